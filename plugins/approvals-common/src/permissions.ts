import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of requests. @public */
export const RESOURCE_TYPE_REQUEST = 'approvals-request';

/** See a request, its stages, evidence and timeline. @public */
export const requestReadPermission = createPermission({
  name: 'approvals.request.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_REQUEST,
});

/** Submit a request for a tenant. @public */
export const requestCreatePermission = createPermission({
  name: 'approvals.request.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_REQUEST,
});

/** Revise or withdraw a request that one made. @public */
export const requestUpdatePermission = createPermission({
  name: 'approvals.request.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_REQUEST,
});

/** Decide a stage; only its approvers may, whoever else has the permission. @public */
export const requestDecidePermission = createPermission({
  name: 'approvals.request.decide',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_REQUEST,
});

/** Try a failed execution again. @public */
export const requestRetryPermission = createPermission({
  name: 'approvals.request.retry',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_REQUEST,
});

/** Cancel a request whose execution has failed, or is under way where its owner allows it. @public */
export const requestCancelPermission = createPermission({
  name: 'approvals.request.cancel',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_REQUEST,
});

/** Read the policy that gives requests their stages. @public */
export const policyReadPermission = createPermission({
  name: 'approvals.policy.read',
  attributes: { action: 'read' },
});

/** Try an edited policy on the requests of everybody. @public */
export const policyTryPermission = createPermission({
  name: 'approvals.policy.try',
  attributes: { action: 'read' },
});

/** Every permission of approvals. @public */
export const approvalsPermissions = [
  requestReadPermission,
  requestCreatePermission,
  requestUpdatePermission,
  requestDecidePermission,
  requestRetryPermission,
  requestCancelPermission,
  policyReadPermission,
  policyTryPermission,
];
