import { Route, Routes } from 'react-router-dom';
import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import type { RequestKindExtension } from '@caas/plugin-approvals-react';
import { RequestKindsProvider } from '../../requestKinds';
import {
  delegationsRouteRef,
  newRequestRouteRef,
  policyRouteRef,
  requestRouteRef,
  revisionRouteRef,
} from '../../routes';
import { DelegationsPage } from '../Delegations';
import { PolicyPage } from '../PolicyPage';
import { NewRequestPage, RevisionPage } from '../RequestForm';
import { RequestListPage } from '../RequestListPage';
import { RequestPage } from '../RequestPage';

/** The pages below `/requests`. */
export function RequestsRouter(props: { kinds: RequestKindExtension[] }) {
  return (
    <RequestKindsProvider kinds={props.kinds}>
      <Routes>
        <Route path="/" element={<RequestListPage />} />
        <Route path={newRequestRouteRef.path} element={<NewRequestPage />} />
        <Route path={delegationsRouteRef.path} element={<DelegationsPage />} />
        <Route path={policyRouteRef.path} element={<PolicyPage />} />
        <Route path={requestRouteRef.path} element={<RequestPage />} />
        <Route path={revisionRouteRef.path} element={<RevisionPage />} />
        <Route path="*" element={<NotFoundErrorPage />} />
      </Routes>
    </RequestKindsProvider>
  );
}
