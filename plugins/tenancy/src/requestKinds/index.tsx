import { RequestKindBlueprint } from '@caas/plugin-approvals-react';
import {
  NAMESPACE_CREATE,
  NAMESPACE_DELETE,
  NAMESPACE_RENEW,
  NAMESPACE_RESIZE,
  TENANT_QUOTA,
} from '@caas/plugin-tenancy-common';
import {
  RiAddBoxLine,
  RiCalendarCheckLine,
  RiDeleteBinLine,
  RiExpandDiagonalLine,
  RiPieChartLine,
} from '@remixicon/react';

const namespaceCreate = RequestKindBlueprint.make({
  name: 'namespace-create',
  params: {
    kind: NAMESPACE_CREATE,
    icon: <RiAddBoxLine />,
    loader: () =>
      import('./namespaceCreate').then(m => m.namespaceCreateScreens),
  },
});

const namespaceResize = RequestKindBlueprint.make({
  name: 'namespace-resize',
  params: {
    kind: NAMESPACE_RESIZE,
    icon: <RiExpandDiagonalLine />,
    loader: () =>
      import('./namespaceResize').then(m => m.namespaceResizeScreens),
  },
});

const namespaceRenew = RequestKindBlueprint.make({
  name: 'namespace-renew',
  params: {
    kind: NAMESPACE_RENEW,
    icon: <RiCalendarCheckLine />,
    loader: () => import('./namespaceRenew').then(m => m.namespaceRenewScreens),
  },
});

const namespaceDelete = RequestKindBlueprint.make({
  name: 'namespace-delete',
  params: {
    kind: NAMESPACE_DELETE,
    icon: <RiDeleteBinLine />,
    loader: () =>
      import('./namespaceDelete').then(m => m.namespaceDeleteScreens),
  },
});

const tenantQuota = RequestKindBlueprint.make({
  name: 'tenant-quota',
  params: {
    kind: TENANT_QUOTA,
    icon: <RiPieChartLine />,
    loader: () => import('./tenantQuota').then(m => m.tenantQuotaScreens),
  },
});

/** The screens of everything that can be asked of tenancy. */
export const tenancyRequestKinds = [
  namespaceCreate,
  namespaceResize,
  namespaceRenew,
  namespaceDelete,
  tenantQuota,
];
