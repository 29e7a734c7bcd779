import {
  createExtensionBlueprint,
  createExtensionDataRef,
} from '@backstage/frontend-plugin-api';
import type { ReactElement } from 'react';
import type { RequestKindScreens } from './screens';

/**
 * A request kind and how to load its screens.
 *
 * @public
 */
export type RequestKindExtension = {
  /** Name of the kind, such as `namespace.create`. */
  kind: string;
  /** Beside its title, where kinds are chosen from. */
  icon?: ReactElement;
  loader: () => Promise<RequestKindScreens>;
};

const requestKindDataRef = createExtensionDataRef<RequestKindExtension>().with({
  id: 'approvals.request-kind',
});

/**
 * Contributes the form and the payload view of a request kind to the pages of approvals.
 *
 * @remarks
 * The domain that announces the kind to the desk makes one of these in its own frontend plugin. Kinds that are announced
 * but have no screens are listed and readable, but cannot be asked for in the portal.
 *
 * @example
 * ```tsx
 * RequestKindBlueprint.make({
 *   name: 'namespace-create',
 *   params: {
 *     kind: NAMESPACE_CREATE,
 *     loader: () => import('./requestKinds/namespaceCreate').then(m => m.namespaceCreateScreens),
 *   },
 * });
 * ```
 *
 * @public
 */
export const RequestKindBlueprint = createExtensionBlueprint({
  kind: 'request-kind',
  attachTo: { id: 'page:approvals', input: 'requestKinds' },
  output: [requestKindDataRef],
  dataRefs: { requestKind: requestKindDataRef },
  factory: (params: RequestKindExtension) => [requestKindDataRef(params)],
});
