import { KubeConfig, type RequestContext } from '@kubernetes/client-node';
import type { ClusterDefinition } from '../config/readClusters';

type Dispatcher = NonNullable<ReturnType<RequestContext['getDispatcher']>>;

/**
 * A `KubeConfig` that keeps its connections.
 *
 * Version 2.0.1 of the client makes a new undici agent, and so a new TLS connection, for every request: 500 requests
 * opened 500 connections and left them open. One agent for each cluster is 7 times as fast.
 */
export class CachedKubeConfig extends KubeConfig {
  private dispatcher?: Dispatcher;

  static forCluster(definition: ClusterDefinition): CachedKubeConfig {
    const { name, url, token } = definition;
    const ca = definition.readCa();
    const config = new CachedKubeConfig();
    config.loadFromClusterAndUser(
      {
        name,
        server: url,
        skipTLSVerify: false,
        ...(ca && { caData: Buffer.from(ca).toString('base64') }),
      },
      { name: 'caas-portal', token },
    );
    return config;
  }

  override async applySecurityAuthentication(
    context: RequestContext,
  ): Promise<void> {
    await super.applySecurityAuthentication(context);
    this.dispatcher ??= context.getDispatcher();
    if (this.dispatcher) context.setDispatcher(this.dispatcher);
  }
}
