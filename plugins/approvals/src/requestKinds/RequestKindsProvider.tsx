import { createContext, useContext, type ReactNode } from 'react';
import type { RequestKindExtension } from '@caas/plugin-approvals-react';

const RequestKindsContext = createContext<readonly RequestKindExtension[]>([]);

/** Gives the pages below it the request kinds that plugins contributed. */
export function RequestKindsProvider(props: {
  kinds: readonly RequestKindExtension[];
  children: ReactNode;
}) {
  return (
    <RequestKindsContext.Provider value={props.kinds}>
      {props.children}
    </RequestKindsContext.Provider>
  );
}

/** The request kinds that have screens. */
export function useRequestKinds(): readonly RequestKindExtension[] {
  return useContext(RequestKindsContext);
}
