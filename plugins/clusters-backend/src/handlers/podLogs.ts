import type { ContractBuilder } from '@caas/contract-node';
import type { Call } from '@caas/contract-node';
import { RowAccess } from '@caas/contract-node';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import {
  podLogReadPermission,
  type ClustersContract,
} from '@caas/plugin-clusters-common';
import type { LogQuery, PodLogService } from '../services/logs/PodLogService';

/** Handlers of what containers write. */
export function podLogHandlers(
  os: ContractBuilder<ClustersContract>,
  logs: PodLogService,
  permissions: PermissionsService,
) {
  return {
    get: os.pods.get.handler(({ input, context }) =>
      logs.getPod(input, context.access),
    ),
    log: os.pods.log.handler(({ input, context }) => {
      context.note(factsOf(input));
      return logs.read(input, context.access);
    }),
    followLog: os.pods.followLog.handler(({ input, context }) => {
      context.note({ ...factsOf(input), follow: true });
      const { credentials } = context;
      return logs.follow(input, {
        person: context.actor!,
        access: context.access,
        askAgain: async () => {
          const [decision] = await permissions.authorizeConditional(
            [{ permission: podLogReadPermission }],
            { credentials },
          );
          return RowAccess.fromDecision(decision);
        },
        signal: signalOf(context),
      });
    }),
  };
}

function factsOf({ cluster, namespace, pod, container }: LogQuery) {
  return {
    cluster,
    namespace,
    pod,
    ...(container && { container }),
  };
}

/** Ends when the browser leaves, and when the backend ends its streams to shut down. */
function signalOf({ request }: Call): AbortSignal {
  const left = new AbortController();
  const response = request.res!;
  // Whatever compresses would wait for more before it sends a line.
  response.setHeader('cache-control', 'no-store, no-transform');
  response.once('close', () => left.abort());
  response.once('finish', () => left.abort());
  return left.signal;
}
