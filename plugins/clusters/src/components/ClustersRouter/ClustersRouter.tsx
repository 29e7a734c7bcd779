import { Route, Routes } from 'react-router-dom';
import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import {
  applySetRouteRef,
  clusterRouteRef,
  editClusterRouteRef,
  namespaceRouteRef,
  nodeRouteRef,
  podRouteRef,
  registerClusterRouteRef,
} from '../../routes';
import { ApplySetPage } from '../ApplySetPage';
import { ClusterPage } from '../ClusterPage';
import { ClustersPage } from '../ClustersPage';
import { NamespacePage } from '../NamespacePage';
import { NodePage } from '../NodePage';
import { PodPage } from '../PodPage';
import { EditPage, RegisterPage } from '../Registration';

/** The pages below `/clusters`. */
export function ClustersRouter() {
  return (
    <Routes>
      <Route path="/" element={<ClustersPage />} />
      <Route path={registerClusterRouteRef.path} element={<RegisterPage />} />
      <Route path={editClusterRouteRef.path} element={<EditPage />} />
      <Route path={clusterRouteRef.path} element={<ClusterPage />} />
      <Route path={nodeRouteRef.path} element={<NodePage />} />
      <Route path={namespaceRouteRef.path} element={<NamespacePage />} />
      <Route path={podRouteRef.path} element={<PodPage />} />
      <Route path={applySetRouteRef.path} element={<ApplySetPage />} />
      <Route path="*" element={<NotFoundErrorPage />} />
    </Routes>
  );
}
