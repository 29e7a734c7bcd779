import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { createBackendClient } from '@caas/contract-node';
import { approvalsContract } from '@caas/plugin-approvals-common';
import { tenancyContract } from '@caas/plugin-tenancy-common';
import { plainly } from './plainly';
import type { PersonalPortal, Portal } from './Portal';

type Options = {
  /** Address of the pages: `app.baseUrl`. */
  appUrl: string;
  auth: AuthService;
  discovery: DiscoveryService;
};

/** Asks approvals and tenancy over their contracts, on behalf of the person: they decide, and they record who it was. */
export class DefaultPortal implements Portal {
  static create(options: Options): DefaultPortal {
    return new DefaultPortal(options);
  }

  private constructor(private readonly options: Options) {}

  as(credentials: BackstageCredentials): PersonalPortal {
    const { auth, discovery } = this.options;
    const shared = { auth, discovery, onBehalfOf: credentials };
    const { requests } = createBackendClient(
      { requests: approvalsContract.requests },
      { pluginId: 'approvals', ...shared },
    );
    const { namespaces } = createBackendClient(
      { namespaces: tenancyContract.namespaces },
      { pluginId: 'tenancy', ...shared },
    );
    return {
      preview: ask =>
        plainly(async () => (await requests.preview(ask)).evidence),
      submit: ask => plainly(() => requests.submit(ask)),
      getRequest: id => plainly(() => requests.get({ id })),
      listNamespaces: page => plainly(() => namespaces.list(page)),
    };
  }

  linkOf(requestId: string): string {
    return `${this.options.appUrl.replace(/\/+$/, '')}/requests/${requestId}`;
  }
}
