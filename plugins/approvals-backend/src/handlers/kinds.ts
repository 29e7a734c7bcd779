import { NotAllowedError } from '@backstage/errors';
import type { ContractBuilder } from '@caas/contract-node';
import type { ApprovalsContract } from '@caas/plugin-approvals-common';
import type { KindService } from '../services/KindService';

/** Handlers of request kinds. */
export function kindHandlers(
  os: ContractBuilder<ApprovalsContract>,
  kinds: KindService,
) {
  return {
    kinds: {
      list: os.kinds.list.handler(async () => ({ items: await kinds.list() })),
    },
    providers: {
      announce: os.providers.announce.handler(async ({ input, context }) => {
        if (context.actor !== `plugin:${input.pluginId}`) {
          throw new NotAllowedError(
            `'${context.actor}' may not announce request kinds for the plugin '${input.pluginId}'`,
          );
        }
        await kinds.announce(input.pluginId, input.kinds);
        return { kinds: input.kinds.length };
      }),
    },
  };
}
