import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { createBackendClient } from '@caas/contract-node';
import { tenancyContract } from '@caas/plugin-tenancy-common';

/** A tenancy that hangs must not hang the sign-in. */
const TIMEOUT_MILLISECONDS = 3_000;

/** Names that no contract takes, and more than anybody is in. */
const MAX_NAME_LENGTH = 300;
const MAX_GROUPS = 2_000;

/** Tells tenancy which groups a sign-in claims. */
export class ClaimedGroupReporter {
  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    logger: LoggerService;
  }): ClaimedGroupReporter {
    return new ClaimedGroupReporter(
      createBackendClient(tenancyContract, { ...options, pluginId: 'tenancy' }),
      options.logger,
    );
  }

  private constructor(
    private readonly tenancy: ReturnType<
      typeof createBackendClient<typeof tenancyContract>
    >,
    private readonly logger: LoggerService,
  ) {}

  /**
   * Waits, so that the first page already shows what the groups give. The sign-in goes on without an answer: what was
   * told before counts for its time, and whom tenancy cannot answer for has no role at all.
   */
  async report(user: string, claim: unknown): Promise<void> {
    const groups = [claim]
      .flat()
      .filter(
        (name): name is string =>
          typeof name === 'string' &&
          name.trim() !== '' &&
          name.length <= MAX_NAME_LENGTH,
      )
      .slice(0, MAX_GROUPS);
    try {
      await this.tenancy.claimedGroups.record(
        { user, groups },
        { signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS) },
      );
    } catch (error) {
      this.logger.warn(
        `The groups of '${user}' could not be told to tenancy; what they claimed before counts until it ends`,
        isError(error) ? error : undefined,
      );
    }
  }
}
