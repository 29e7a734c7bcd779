import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup } from '@backstage/ui';
import type { FieldErrors } from '@caas/plugin-approvals-react';
import { useTenancyWords } from '@caas/plugin-tenancy-react';
import { AmountFields } from '../shared/AmountFields';
import {
  AMOUNT_FIELDS,
  DIMENSION_OF,
  readAmount,
  type AmountField,
  type AmountsDraft,
} from '../shared/amountsDraft';
import { requestKindsTranslationRef } from '../translation';
import { sizeOf, SIZES } from './createDraft';

/** What gets a usual amount when it is left empty. */
export const OPTIONAL_AMOUNTS: readonly AmountField[] = [
  'storage',
  'pods',
  'persistentVolumeClaims',
];

/** Chooses all amounts together, or each by itself. */
export function SizeField(props: {
  value: AmountsDraft;
  onChange(amounts: AmountsDraft): void;
  errors: FieldErrors;
}) {
  const { value, onChange, errors } = props;
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const words = useTenancyWords();
  // Somebody who types '2' and '4Gi' is still at a custom size.
  const [isCustom, setIsCustom] = useState(sizeOf(value) === 'custom');
  const size = isCustom ? 'custom' : sizeOf(value);
  const choose = (id: string) => {
    setIsCustom(id === 'custom');
    const preset = SIZES.find(candidate => candidate.id === id);
    if (preset) onChange(preset.amounts);
  };
  const textOf = (amounts: AmountsDraft) =>
    AMOUNT_FIELDS.map(
      field =>
        `${words.resource(DIMENSION_OF[field])} ${words.amount(
          DIMENSION_OF[field],
          readAmount(field, amounts[field]) ?? 0,
        )}`,
    ).join(t('separator'));
  // A refusal must be seen at its field, also when the field is behind a preset.
  const showsAmounts =
    size === 'custom' || AMOUNT_FIELDS.some(field => errors[field]);
  return (
    <>
      <RadioGroup label={t('size.label')} value={size} onChange={choose}>
        {SIZES.map(({ id, amounts }) => (
          <Radio key={id} value={id}>
            {t(`size.${id}`, { amounts: textOf(amounts) })}
          </Radio>
        ))}
        <Radio value="custom">{t('size.custom')}</Radio>
      </RadioGroup>
      {showsAmounts && (
        <AmountFields
          value={value}
          onChange={changes => onChange({ ...value, ...changes })}
          errors={errors}
          optional={OPTIONAL_AMOUNTS}
        />
      )}
    </>
  );
}
