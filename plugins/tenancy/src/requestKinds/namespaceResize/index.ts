import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RequestKindScreens } from '@caas/plugin-approvals-react';
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
import { ResizeForm } from './ResizeForm';
import { ResizePayload } from './ResizePayload';

function useValidation(): ReturnType<RequestKindScreens['useValidation']> {
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const amountProblems = useAmountProblems('namespace');
  return payload => {
    if (!textIn(payload, 'namespace')) {
      return { namespace: t('problem.namespace') };
    }
    const amounts = amountsIn(payload);
    return isSameAmount(amounts, heldAmounts(payload))
      ? { cpu: t('problem.sameSize') }
      : amountProblems(amounts);
  };
}

/** The screens of `namespace.resize`. */
export const namespaceResizeScreens: RequestKindScreens = {
  initialPayload: { namespace: '', ...NO_AMOUNTS, from: {} },
  parts: [
    {
      id: 'size',
      title: { 'zh-CN': '命名空间与新规格', en: 'Namespace and new size' },
      fields: ['namespace', ...AMOUNT_FIELDS],
      showsGauges: true,
      Form: ResizeForm,
    },
  ],
  // The form knows what the namespace has now; the server finds out for itself.
  toPayload: ({ from, ...payload }) => payload,
  PayloadView: ResizePayload,
  useValidation,
};
