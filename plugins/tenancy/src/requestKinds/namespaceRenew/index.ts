import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RequestKindScreens } from '@caas/plugin-approvals-react';
import { textIn } from '../shared/amountsDraft';
import { useLeaseProblem } from '../shared/useLeaseProblem';
import { withoutNothing } from '../shared/withoutNothing';
import { requestKindsTranslationRef } from '../translation';
import { RenewForm } from './RenewForm';
import { RenewPayload } from './RenewPayload';

function useValidation(): ReturnType<RequestKindScreens['useValidation']> {
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const leaseProblem = useLeaseProblem();
  return payload =>
    withoutNothing({
      namespace: textIn(payload, 'namespace')
        ? undefined
        : t('problem.namespace'),
      leaseUntil: leaseProblem(
        textIn(payload, 'leaseUntil'),
        textIn(payload, 'from'),
      ),
    });
}

/** The screens of `namespace.renew`. */
export const namespaceRenewScreens: RequestKindScreens = {
  initialPayload: { namespace: '', leaseUntil: '', from: '' },
  parts: [
    {
      id: 'lease',
      title: { 'zh-CN': '命名空间与新期限', en: 'Namespace and new lease' },
      fields: ['namespace', 'leaseUntil'],
      Form: RenewForm,
    },
  ],
  // The form knows when the lease ends now; the server finds out for itself.
  toPayload: ({ namespace, leaseUntil }) => ({ namespace, leaseUntil }),
  PayloadView: RenewPayload,
  useValidation,
};
