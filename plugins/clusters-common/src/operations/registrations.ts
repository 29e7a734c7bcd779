import { operation } from '@caas/contract';
import { z } from 'zod';
import {
  clusterDeletePermission,
  clusterRegisterPermission,
  clusterUpdatePermission,
} from '../permissions';
import {
  changedConnection,
  registrationChange,
  clusterConnection,
  clusterName,
  clusterRegistration,
  clusterRegistrationInput,
  registrationRemoval,
  connectionTest,
} from '../schemas';

const saved = z.object({
  registration: clusterRegistration,
  test: connectionTest,
});

/** Clusters that are registered in the portal, beside those of its configuration. */
export const registrations = {
  test: operation({
    method: 'POST',
    path: '/connection-tests',
    summary: 'Try a connection to a cluster, and save nothing',
    access: { kind: 'permission', permission: clusterRegisterPermission },
    audit: { event: 'cluster-connection-test', severity: 'medium' },
  })
    .input(clusterConnection)
    .output(connectionTest),
  register: operation({
    method: 'POST',
    path: '/registrations',
    summary: 'Register a cluster, after its connection was tested',
    successStatus: 201,
    access: { kind: 'permission', permission: clusterRegisterPermission },
    audit: { event: 'cluster-register', severity: 'high' },
  })
    .input(clusterRegistrationInput)
    .output(saved),
  get: operation({
    method: 'GET',
    path: '/registrations/{cluster}',
    summary: 'Show what a registered cluster was registered with',
    access: { kind: 'permission', permission: clusterUpdatePermission },
  })
    .input(z.object({ cluster: clusterName }))
    .output(clusterRegistration),
  testChange: operation({
    method: 'POST',
    path: '/registrations/{cluster}/connection-tests',
    summary: 'Try a change of a registered cluster, and save nothing',
    access: { kind: 'permission', permission: clusterUpdatePermission },
    audit: { event: 'cluster-connection-test', severity: 'medium' },
  })
    .input(changedConnection)
    .output(connectionTest),
  update: operation({
    method: 'PUT',
    path: '/registrations/{cluster}',
    summary: 'Change a registered cluster, after its connection was tested',
    access: { kind: 'permission', permission: clusterUpdatePermission },
    audit: { event: 'cluster-update', severity: 'high' },
  })
    .input(registrationChange)
    .output(saved),
  remove: operation({
    method: 'DELETE',
    path: '/registrations/{cluster}',
    summary: 'Remove a registered cluster from the portal',
    access: { kind: 'permission', permission: clusterDeletePermission },
    audit: { event: 'cluster-remove', severity: 'high' },
  })
    .input(registrationRemoval)
    .output(
      z.object({ cluster: clusterName, applySetsLeft: z.number().int() }),
    ),
};
