import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { createBackendClient } from '@caas/contract-node';
import { requestKindProviderContract } from '@caas/plugin-approvals-common';
import { askOther } from './askOther';
import type { KindProvider, KindProviders } from './KindProvider';

/** The owners of request kinds, reached over the provider contract at the address of their plugin. */
export class DefaultKindProviders implements KindProviders {
  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): DefaultKindProviders {
    return new DefaultKindProviders(options);
  }

  private constructor(
    private readonly options: {
      auth: AuthService;
      discovery: DiscoveryService;
    },
  ) {}

  forPlugin(pluginId: string): KindProvider {
    const { requestKinds } = createBackendClient(requestKindProviderContract, {
      pluginId,
      ...this.options,
    });
    const ask = <T>(what: string, work: () => Promise<T>) =>
      askOther(pluginId, what, work);
    return {
      validate: subject =>
        ask('check the request', () => requestKinds.validate(subject)),
      evidence: subject =>
        ask('give its evidence', () => requestKinds.evidence(subject)),
      reserve: async subject => {
        await ask('reserve', () => requestKinds.reserve(subject));
      },
      release: async subject => {
        await ask('release', () => requestKinds.release(subject));
      },
      execute: subject =>
        ask('carry out the request', () => requestKinds.execute(subject)),
    };
  }
}
