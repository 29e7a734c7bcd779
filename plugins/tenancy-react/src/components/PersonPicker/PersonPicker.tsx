import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Combobox } from '@backstage/ui';
import { FieldFrame } from '@caas/portal-ui';
import { usePeople } from '../../hooks';
import { tenancyReactTranslationRef } from '../../translation';

/** @public */
export type PersonPickerProps = {
  label: string;
  description?: string;
  /** Entity ref of the chosen person. */
  value: string | null;
  onChange(person: string | null): void;
  /** What is wrong with the choice. */
  problem?: string;
  /** People that are not offered. */
  without?: readonly string[];
  isRequired?: boolean;
};

/**
 * Chooses one of the people of the catalog, by name.
 *
 * @public
 */
export function PersonPicker(props: PersonPickerProps) {
  const { value, onChange, without = [], isRequired } = props;
  const { t } = useTranslationRef(tenancyReactTranslationRef);
  const people = usePeople();
  const options =
    people.status === 'data'
      ? people.data.filter(({ id }) => !without.includes(id))
      : [];
  const isBroken = people.status === 'error' || people.status === 'denied';
  return (
    <FieldFrame problem={isBroken ? t('person.failed') : props.problem}>
      {field => (
        <Combobox
          {...field}
          label={props.label}
          secondaryLabel={isRequired ? t('picker.required') : undefined}
          description={props.description}
          placeholder={t('person.placeholder')}
          options={options}
          value={value}
          onChange={key => onChange(key === null ? null : String(key))}
          isRequired={isRequired}
        />
      )}
    </FieldFrame>
  );
}
