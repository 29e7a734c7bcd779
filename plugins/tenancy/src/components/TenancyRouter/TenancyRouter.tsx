import { Route, Routes } from 'react-router-dom';
import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { tenantRouteRef } from '../../routes';
import { TenantListPage } from '../TenantListPage';
import { TenantPage } from '../TenantPage';

/** The pages below `/tenants`. */
export function TenancyRouter() {
  return (
    <Routes>
      <Route path="/" element={<TenantListPage />} />
      <Route path={tenantRouteRef.path} element={<TenantPage />} />
      <Route path="*" element={<NotFoundErrorPage />} />
    </Routes>
  );
}
