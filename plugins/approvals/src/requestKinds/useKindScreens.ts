import type { RequestKindScreens } from '@caas/plugin-approvals-react';
import { useLoadable, type Loadable } from '@caas/portal-ui';
import { useRequestKinds } from './RequestKindsProvider';

/** The screens of a request kind, or undefined when no plugin contributed any. */
export function useKindScreens(
  kind: string,
): Loadable<RequestKindScreens | undefined> {
  const extension = useRequestKinds().find(known => known.kind === kind);
  return useLoadable(async () => extension?.loader(), [extension]);
}
