import type { Namespace } from '@caas/plugin-tenancy-common';
import { LI_WEI } from './requests';

/** A namespace of life for development, with what a test changes. */
export function namespaceOf(changes: Partial<Namespace> = {}): Namespace {
  return {
    id: 'n1',
    name: 'life-pay-dev',
    tenant: 'life',
    cluster: 'nonprod',
    environment: 'dev',
    resources: {
      cpuMillicores: 2000,
      memoryBytes: 4 * 2 ** 30,
      storageBytes: 20 * 2 ** 30,
      pods: 50,
      persistentVolumeClaims: 10,
    },
    purpose: 'For the tests',
    state: 'ready',
    requestId: 'r1',
    requester: LI_WEI,
    createdAt: '2026-11-22T08:00:00.000Z',
    ...changes,
  };
}
