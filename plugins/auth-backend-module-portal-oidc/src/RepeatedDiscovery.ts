import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, ServiceUnavailableError } from '@backstage/errors';

/** What the stock authenticator makes at its initialization: the promise is its only question to the provider. */
type Discovered = { promise: Promise<unknown> };

/**
 * Asks the identity provider for its addresses at the start, and once more with each sign-in after a failure. Sign-ins
 * that come while it is being asked share the answer, so that a provider in trouble is not asked more often for it.
 */
export class RepeatedDiscovery<Context extends Discovered> {
  private current?: Context;

  constructor(
    private readonly ask: () => Context,
    private readonly logger: LoggerService,
  ) {
    this.begin();
  }

  /** What the provider answered. */
  async ready(): Promise<Context> {
    const context = this.current ?? this.begin();
    try {
      await context.promise;
      return context;
    } catch {
      throw new ServiceUnavailableError(
        "The company's sign-in does not answer. Try again in a minute; if it lasts, tell the platform administrators.",
      );
    }
  }

  private begin(): Context {
    const context = this.ask();
    this.current = context;
    context.promise.catch(error => {
      if (this.current === context) this.current = undefined;
      this.logger.warn(
        'The identity provider does not answer, so nobody can sign in. It is asked again with the next sign-in; see auth.providers.oidc in the configuration',
        isError(error) ? error : undefined,
      );
    });
    return context;
  }
}
