import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { Call, ContractBuilder } from '@caas/contract-node';
import type { RequestKindProviderContract } from '@caas/plugin-approvals-common';
import type { RequestKindProvider } from './RequestKindProvider';

/** The one caller that has decisions behind what it asks for. */
const DESK = 'plugin:approvals';

/**
 * Serves the request kinds of a domain, by the name of the kind. Spread the result into `os.router({ … })` of a contract
 * that holds `requestKindProviderContract`.
 *
 * @remarks
 * Only the desk is answered: another plugin that could call `execute` would go round every approval.
 *
 * @public
 */
export function requestKindHandlers(
  os: Pick<ContractBuilder<RequestKindProviderContract>, 'requestKinds'>,
  providers: Record<string, RequestKindProvider>,
) {
  const providerFor = (kind: string, { actor }: Pick<Call, 'actor'>) => {
    if (actor !== DESK) {
      throw new NotAllowedError(
        `Requests are made and carried out by approvals only, not by '${actor}'. Submit a request there`,
      );
    }
    if (Object.hasOwn(providers, kind)) return providers[kind];
    throw new NotFoundError(
      `There is no request kind '${kind}' here. There is ${Object.keys(providers).join(', ')}`,
    );
  };
  const { validate, evidence, reserve, release, execute, cancel } =
    os.requestKinds;
  return {
    requestKinds: {
      validate: validate.handler(({ input, context }) =>
        providerFor(input.kind, context).validate(input),
      ),
      evidence: evidence.handler(({ input, context }) =>
        providerFor(input.kind, context).evidence(input),
      ),
      reserve: reserve.handler(async ({ input, context }) => {
        await providerFor(input.kind, context).reserve(input);
        return {};
      }),
      release: release.handler(async ({ input, context }) => {
        await providerFor(input.kind, context).release(input);
        return {};
      }),
      execute: execute.handler(({ input, context }) =>
        providerFor(input.kind, context).execute(input),
      ),
      cancel: cancel.handler(async ({ input, context }) => {
        const provider = providerFor(input.kind, context);
        await provider.cancel?.(input);
        return { isSupported: provider.cancel !== undefined };
      }),
    },
  };
}
