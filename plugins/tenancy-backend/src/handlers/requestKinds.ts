import { NotFoundError } from '@backstage/errors';
import type { ContractBuilder } from '@caas/contract-node';
import {
  NAMESPACE_CREATE,
  type TenancyContract,
} from '@caas/plugin-tenancy-common';
import type { NamespaceCreateKind } from '../services/NamespaceCreateKind';

export function requestKindHandlers(
  os: ContractBuilder<TenancyContract>,
  namespaceCreate: NamespaceCreateKind,
) {
  const kindOf = (kind: string) => {
    if (kind === NAMESPACE_CREATE) return namespaceCreate;
    throw new NotFoundError(
      `Tenancy has no request kind '${kind}'. It has '${NAMESPACE_CREATE}'`,
    );
  };
  const { validate, evidence, reserve, release, execute } = os.requestKinds;
  return {
    requestKinds: {
      validate: validate.handler(({ input }) =>
        kindOf(input.kind).validate(input),
      ),
      evidence: evidence.handler(({ input }) =>
        kindOf(input.kind).evidence(input),
      ),
      reserve: reserve.handler(async ({ input }) => {
        await kindOf(input.kind).reserve(input);
        return {};
      }),
      release: release.handler(async ({ input }) => {
        await kindOf(input.kind).release(input);
        return {};
      }),
      execute: execute.handler(({ input }) =>
        kindOf(input.kind).execute(input),
      ),
    },
  };
}
