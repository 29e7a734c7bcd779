import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { ContractClient } from '@caas/contract';
import { createBackendClient } from '@caas/contract-node';
import {
  approvalsContract,
  type ApprovalsContract,
  type RequestKind,
} from '@caas/plugin-approvals-common';
import { NAMESPACE_CREATE } from '@caas/plugin-tenancy-common';
import type { Clock } from '../domain/Clock';

const KINDS: Array<Omit<RequestKind, 'pluginId'>> = [
  {
    kind: NAMESPACE_CREATE,
    title: { 'zh-CN': '创建命名空间', en: 'Create a namespace' },
    description: {
      'zh-CN': '在租户配额内，为一个环境在集群上申请命名空间',
      en: "A place on a cluster for one environment, within the tenant's quota",
    },
  },
];

/** The desk may have been given another database since. */
const REPEAT_MINUTES = 60;

type Options = {
  client: ContractClient<ApprovalsContract>;
  clock: Clock;
  logger: LoggerService;
};

/** Announces our request kinds at the desk: until it has heard them once, and now and then after that. */
export class RequestKindAnnouncer {
  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    logger: LoggerService;
    clock: Clock;
  }): RequestKindAnnouncer {
    const { auth, discovery, ...rest } = options;
    const client = createBackendClient(approvalsContract, {
      pluginId: 'approvals',
      auth,
      discovery,
    });
    return new RequestKindAnnouncer({ client, ...rest });
  }

  private repeatAt = 0;

  private constructor(private readonly options: Options) {}

  /** Does nothing when it is not time yet. Never throws: the desk may start later than we do. */
  async announceWhenDue(): Promise<void> {
    const { client, clock, logger } = this.options;
    const now = clock.now().getTime();
    if (now < this.repeatAt) return;
    try {
      await client.providers.announce(
        { pluginId: 'tenancy', kinds: KINDS },
        { signal: AbortSignal.timeout(5000) },
      );
      this.repeatAt = now + REPEAT_MINUTES * 60_000;
    } catch (error) {
      logger.info(
        `The desk has not heard our request kinds yet, they are announced again in a moment: ${(error as Error).message}`,
      );
    }
  }
}
