import { NotFoundError } from '@backstage/errors';
import type { RequestDetail } from '@caas/plugin-approvals-common';
import type { ApprovalsApi } from '@caas/plugin-approvals-react';
import { delegationToMe, myDelegation } from './delegations';
import { dryRun, policy } from './policies';
import {
  completedRequest,
  executingRequest,
  failedRequest,
  namespaceKind,
  pendingRequest,
  preview,
  returnedRequest,
  similarDecisions,
} from './requests';

const never = async () => {
  throw new Error('Only backends call this');
};

/** A desk over the fixtures. What changes a request answers as the server would, and remembers nothing. */
export function fakeApprovalsApi(
  requests: RequestDetail[] = [
    pendingRequest,
    executingRequest,
    failedRequest,
    returnedRequest,
  ],
): ApprovalsApi {
  const get = async ({ id }: { id: string }) => {
    const found = requests.find(request => request.id === id);
    if (!found) throw new NotFoundError(`There is no request '${id}'`);
    return found;
  };
  return {
    kinds: { list: async () => ({ items: [namespaceKind] }) },
    providers: { announce: never },
    requests: {
      preview: async ({ payload }) => ({ ...preview, payload }),
      submit: async () => pendingRequest,
      list: async ({ view, state, tenant, limit = 20, offset = 0 }) => {
        const found = requests
          .filter(request => view !== 'to-decide' || request.canDecide)
          .filter(request => !state || request.state === state)
          .filter(request => !tenant || request.tenant === tenant);
        return {
          items: found.slice(Number(offset), Number(offset) + Number(limit)),
          totalCount: found.length,
        };
      },
      get,
      decide: async ({ id }) => get({ id }),
      revise: async ({ id }) => get({ id }),
      withdraw: async ({ id }) => get({ id }),
      retry: async () => completedRequest,
      cancel: async ({ id }) => get({ id }),
      comment: async ({ id }) => get({ id }),
      similar: async () => ({ items: similarDecisions }),
    },
    delegations: {
      create: async () => myDelegation,
      list: async () => ({
        items: [myDelegation, delegationToMe],
        totalCount: 2,
      }),
      revoke: async () => ({ ...myDelegation, state: 'revoked' }),
    },
    policies: {
      get: async () => policy,
      dryRun: async () => dryRun,
    },
  };
}
