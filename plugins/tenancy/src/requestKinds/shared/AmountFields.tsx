import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import type { FieldErrors } from '@caas/plugin-approvals-react';
import { useTenancyWords } from '@caas/plugin-tenancy-react';
import { FieldFrame } from '@caas/portal-ui';
import { requestKindsTranslationRef } from '../translation';
import {
  AMOUNT_FIELDS,
  DIMENSION_OF,
  type AmountField,
  type AmountsDraft,
} from './amountsDraft';
import { unitOf } from './useAmountProblems';
import styles from './AmountFields.module.css';

/** Every amount in a field of its own. */
export function AmountFields(props: {
  value: AmountsDraft;
  onChange(changes: Partial<AmountsDraft>): void;
  errors: FieldErrors;
  /** Those that may be left empty. */
  optional?: readonly AmountField[];
  /** What should be known beside a field, such as what is used now. */
  hintOf?(field: AmountField): string | undefined;
}) {
  const { value, onChange, errors, optional = [], hintOf } = props;
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const words = useTenancyWords();
  return (
    <div className={styles.fields} data-has-hints={hintOf !== undefined}>
      {AMOUNT_FIELDS.map(name => (
        <FieldFrame key={name} problem={errors[name]}>
          {field => (
            <TextField
              {...field}
              label={words.resource(DIMENSION_OF[name])}
              secondaryLabel={
                optional.includes(name) ? undefined : t('form.required')
              }
              description={hintOf?.(name) ?? t(`amount.${unitOf(name)}`)}
              value={value[name]}
              onChange={text => onChange({ [name]: text })}
              inputMode={unitOf(name) === 'pieces' ? 'numeric' : undefined}
              maxLength={20}
              autoComplete="off"
              isRequired={!optional.includes(name)}
            />
          )}
        </FieldFrame>
      ))}
    </div>
  );
}
