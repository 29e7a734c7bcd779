import type { RequestKindScreens } from '@caas/plugin-approvals-react';
import { EMPTY_DRAFT } from './namespaceDraft';
import { NamespaceForm } from './NamespaceForm';
import { NamespacePayload } from './NamespacePayload';
import { useNamespaceValidation } from './useNamespaceValidation';

/** The screens of `namespace.create`. */
export const namespaceCreateScreens: RequestKindScreens = {
  initialPayload: EMPTY_DRAFT,
  Form: NamespaceForm,
  PayloadView: NamespacePayload,
  useValidation: useNamespaceValidation,
};
