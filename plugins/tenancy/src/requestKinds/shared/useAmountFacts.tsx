import type { RequestPayload } from '@caas/plugin-approvals-common';
import { useTenancyWords } from '@caas/plugin-tenancy-react';
import type { Fact } from '@caas/portal-ui';
import {
  AMOUNT_FIELDS,
  amountsIn,
  DIMENSION_OF,
  readAmount,
  type AmountField,
  type AmountsDraft,
} from './amountsDraft';
import { FromTo } from './FromTo';

/** The amounts of a payload as facts; those that cannot be read are shown as they were sent, and what is left out is not. */
export function useAmountFacts(): (
  payload: RequestPayload,
  from?: AmountsDraft,
) => Fact[] {
  const words = useTenancyWords();
  const say = (field: AmountField, text: string) => {
    const amount = readAmount(field, text);
    return amount === undefined
      ? text
      : words.amount(DIMENSION_OF[field], amount);
  };
  return (payload, from) => {
    const after = amountsIn(payload);
    return AMOUNT_FIELDS.filter(field => after[field]).map(field => ({
      label: words.resource(DIMENSION_OF[field]),
      value: (
        <FromTo
          from={from?.[field] ? say(field, from[field]) : undefined}
          to={say(field, after[field])}
        />
      ),
    }));
  };
}
