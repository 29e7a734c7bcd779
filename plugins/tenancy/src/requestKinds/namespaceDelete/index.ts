import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RequestKindScreens } from '@caas/plugin-approvals-react';
import { textIn } from '../shared/amountsDraft';
import { withoutNothing } from '../shared/withoutNothing';
import { requestKindsTranslationRef } from '../translation';
import { DeleteForm } from './DeleteForm';
import { DeletePayload } from './DeletePayload';

function useValidation(): ReturnType<RequestKindScreens['useValidation']> {
  const { t } = useTranslationRef(requestKindsTranslationRef);
  return payload => {
    const name = textIn(payload, 'name');
    const isConfirmed =
      name !== '' && textIn(payload, 'confirmation').trim() === name;
    return withoutNothing({
      namespace: textIn(payload, 'namespace')
        ? undefined
        : t('problem.namespace'),
      confirmation: isConfirmed
        ? undefined
        : t('problem.confirmation', { name }),
    });
  };
}

/** The screens of `namespace.delete`. */
export const namespaceDeleteScreens: RequestKindScreens = {
  initialPayload: { namespace: '', name: '', confirmation: '' },
  parts: [
    {
      id: 'namespace',
      title: { 'zh-CN': '要删除的命名空间', en: 'Namespace to delete' },
      fields: ['namespace', 'confirmation'],
      Form: DeleteForm,
    },
  ],
  // The name is typed for the person's sake; the server goes by the id.
  toPayload: ({ namespace }) => ({ namespace }),
  PayloadView: DeletePayload,
  useValidation,
};
