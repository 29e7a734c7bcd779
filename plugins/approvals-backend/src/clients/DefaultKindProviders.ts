import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { createBackendClient } from '@caas/contract-node';
import { requestKindProviderContract } from '@caas/plugin-approvals-common';
import { askOther } from './askOther';
import type { KindOwner, KindProviders } from './KindProviders';

/** What an owner says about a request, in the words of the person who reads it. */
const ABOUT_THE_REQUEST = [
  'InputError',
  'ConflictError',
  'NotFoundError',
  'NotAllowedError',
];

type Options = {
  auth: AuthService;
  discovery: DiscoveryService;
  /** How long an owner may take to answer. */
  answerWithinMs?: number;
};

/** The owners of request kinds, reached over the provider contract at the address of their plugin. */
export class DefaultKindProviders implements KindProviders {
  static create(options: Options): DefaultKindProviders {
    return new DefaultKindProviders(options);
  }

  private constructor(private readonly options: Options) {}

  forPlugin(pluginId: string): KindOwner {
    const { auth, discovery, answerWithinMs } = this.options;
    const { requestKinds: owner } = createBackendClient(
      requestKindProviderContract,
      { pluginId, auth, discovery },
    );
    const ask = <T>(
      what: string,
      work: (options: { signal: AbortSignal }) => Promise<T>,
    ) =>
      askOther(pluginId, what, work, {
        pass: ABOUT_THE_REQUEST,
        withinMs: answerWithinMs,
      });
    return {
      validate: subject =>
        ask('check the request', options => owner.validate(subject, options)),
      evidence: subject =>
        ask('give its evidence', options => owner.evidence(subject, options)),
      reserve: async subject => {
        await ask('reserve', options => owner.reserve(subject, options));
      },
      release: async subject => {
        await ask('release', options => owner.release(subject, options));
      },
      execute: subject =>
        ask('carry out the request', options =>
          owner.execute(subject, options),
        ),
      cancel: subject =>
        ask('cancel the request', options => owner.cancel(subject, options)),
    };
  }
}
