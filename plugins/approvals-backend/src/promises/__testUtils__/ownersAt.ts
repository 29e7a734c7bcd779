import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { DefaultKindProviders } from '../../clients/DefaultKindProviders';

/**
 * The owners of kinds as the desk reaches them, all of them at one address. A call that hangs is given up after `answerWithinMs`:
 * long enough for a machine that is busy, short enough for a storm in which one in twenty hangs.
 */
export function ownersAt(url: string, answerWithinMs = 2_000) {
  const discovery: Pick<DiscoveryService, 'getBaseUrl'> = {
    getBaseUrl: async () => url,
  };
  const auth: Pick<
    AuthService,
    'getOwnServiceCredentials' | 'getPluginRequestToken'
  > = {
    getOwnServiceCredentials: async () => ({
      $$type: '@backstage/BackstageCredentials',
      principal: { type: 'service', subject: 'plugin:approvals' },
    }),
    getPluginRequestToken: async () => ({ token: 'of-a-test' }),
  };
  // Nothing else of them is called.
  return DefaultKindProviders.create({
    auth: auth as AuthService,
    discovery: discovery as DiscoveryService,
    answerWithinMs,
  });
}
