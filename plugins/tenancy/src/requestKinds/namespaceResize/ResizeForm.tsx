import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex } from '@backstage/ui';
import type {
  RequestKindFormProps,
  FieldErrors,
} from '@caas/plugin-approvals-react';
import type { Namespace } from '@caas/plugin-tenancy-common';
import { useTenancyWords } from '@caas/plugin-tenancy-react';
import { AmountFields } from '../shared/AmountFields';
import {
  AMOUNT_FIELDS,
  amountsIn,
  DIMENSION_OF,
  draftOfResources,
  heldAmounts,
  isSameAmount,
  readAmounts,
  textIn,
  type AmountField,
  type AmountsDraft,
} from '../shared/amountsDraft';
import { NamespaceChoice } from '../shared/NamespaceChoice';
import { PoolForecast } from '../shared/PoolForecast';
import { poolAt, usePools } from '../shared/usePools';
import { requestKindsTranslationRef } from '../translation';
import { useNamespaceUse } from './useNamespaceUse';

/** Which namespace gets another size, and which. */
export function ResizeForm(props: RequestKindFormProps) {
  const { tenant, value, onChange, onDefault, errors } = props;
  const amounts = amountsIn(value);
  const isUntouched = AMOUNT_FIELDS.every(field => !amounts[field]);
  const of = (namespace: Namespace) => {
    const from = draftOfResources(namespace.resources);
    return { ...value, ...from, from, namespace: namespace.id };
  };
  const chosenByItself = (namespace: Namespace | undefined) => {
    if (!namespace) return { ...value, namespace: '' };
    // What an address has filled in stays.
    return isUntouched ? of(namespace) : { ...of(namespace), ...amounts };
  };
  return (
    <NamespaceChoice
      tenant={tenant}
      value={textIn(value, 'namespace')}
      onChange={namespace => {
        onChange({ ...value, namespace: namespace.id });
        onDefault(of(namespace));
      }}
      onDefault={namespace => onDefault(chosenByItself(namespace))}
      isKnown={({ resources }) =>
        isSameAmount(heldAmounts(value), draftOfResources(resources))
      }
      problem={errors.namespace}
    >
      {namespace => (
        <NewSize
          tenant={tenant}
          namespace={namespace}
          amounts={amounts}
          onChange={changes => onChange({ ...value, ...changes })}
          errors={errors}
        />
      )}
    </NamespaceChoice>
  );
}

function NewSize(props: {
  tenant: string;
  namespace: Namespace;
  amounts: AmountsDraft;
  onChange(changes: Partial<AmountsDraft>): void;
  errors: FieldErrors;
}) {
  const { tenant, namespace, amounts, onChange, errors } = props;
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const words = useTenancyWords();
  const pools = usePools(tenant);
  const pool =
    pools.status === 'data' ? poolAt(pools.data.items, namespace) : undefined;
  const { now, peak } = useNamespaceUse(namespace);
  const hintOf = (field: AmountField) => {
    const dimension = DIMENSION_OF[field];
    const say = (amount: number) => words.amount(dimension, amount);
    const used = now[dimension];
    const most = peak[dimension];
    return [
      t('resize.has', { amount: say(namespace.resources[dimension]) }),
      ...(used === undefined ? [] : [t('resize.used', { amount: say(used) })]),
      ...(most === undefined ? [] : [t('resize.peak', { amount: say(most) })]),
    ].join(t('separator'));
  };
  return (
    <Flex direction="column" gap="4">
      <AmountFields
        value={amounts}
        onChange={onChange}
        errors={errors}
        hintOf={hintOf}
      />
      {pool && (
        <PoolForecast
          pool={pool}
          asked={readAmounts(amounts)}
          own={namespace.resources}
        />
      )}
    </Flex>
  );
}
