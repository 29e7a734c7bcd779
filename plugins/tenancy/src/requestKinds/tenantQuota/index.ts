import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  FieldErrors,
  RequestKindScreens,
} from '@caas/plugin-approvals-react';
import {
  AMOUNT_FIELDS,
  amountsIn,
  heldAmounts,
  isSameAmount,
  NO_AMOUNTS,
  textIn,
} from '../shared/amountsDraft';
import { useAmountProblems } from '../shared/useAmountProblems';
import { requestKindsTranslationRef } from '../translation';
import { QuotaAmountsForm } from './QuotaAmountsForm';
import { QuotaPayload } from './QuotaPayload';
import { QuotaPlaceForm } from './QuotaPlaceForm';

function useValidation(): ReturnType<RequestKindScreens['useValidation']> {
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const amountProblems = useAmountProblems('quota');
  return payload => {
    const amounts = amountsIn(payload);
    const isPlaced =
      textIn(payload, 'cluster') && textIn(payload, 'environment');
    const sameErrors: FieldErrors =
      isPlaced && isSameAmount(amounts, heldAmounts(payload))
        ? { cpu: t('problem.sameQuota') }
        : {};
    const placeErrors: FieldErrors = isPlaced
      ? {}
      : { cluster: t('problem.pool') };
    return {
      ...placeErrors,
      ...sameErrors,
      ...amountProblems(amounts),
    };
  };
}

/** The screens of `tenant.quota`. */
export const tenantQuotaScreens: RequestKindScreens = {
  initialPayload: { cluster: '', environment: '', ...NO_AMOUNTS, from: {} },
  parts: [
    {
      id: 'place',
      title: { 'zh-CN': '环境与集群', en: 'Environment and cluster' },
      fields: ['cluster', 'environment'],
      Form: QuotaPlaceForm,
    },
    {
      id: 'amounts',
      title: { 'zh-CN': '新配额', en: 'New quota' },
      fields: AMOUNT_FIELDS,
      showsGauges: true,
      Form: QuotaAmountsForm,
    },
  ],
  // The form knows what the quota is now; the server finds out for itself.
  toPayload: ({ from, ...payload }) => payload,
  PayloadView: QuotaPayload,
  useValidation,
};
