import { Route, Routes } from 'react-router-dom';
import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import {
  editTenantRouteRef,
  newTenantRouteRef,
  tenantRouteRef,
} from '../../routes';
import { EditTenantPage, NewTenantPage } from '../TenantForm';
import { TenantListPage } from '../TenantListPage';
import { TenantPage } from '../TenantPage';

/** The pages below `/tenants`. */
export function TenancyRouter() {
  return (
    <Routes>
      <Route path="/" element={<TenantListPage />} />
      <Route path={newTenantRouteRef.path} element={<NewTenantPage />} />
      <Route path={tenantRouteRef.path} element={<TenantPage />} />
      <Route path={editTenantRouteRef.path} element={<EditTenantPage />} />
      <Route path="*" element={<NotFoundErrorPage />} />
    </Routes>
  );
}
