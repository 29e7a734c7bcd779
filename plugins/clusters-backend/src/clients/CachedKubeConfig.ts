import { AsyncLocalStorage } from 'node:async_hooks';
import type { AgentOptions } from 'node:https';
import { KubeConfig, type RequestContext } from '@kubernetes/client-node';
import type { ClusterDefinition } from '../domain/ClusterDefinition';

/** An API server that needs longer is overloaded: better to come back later than to wait in line. */
const TIMEOUT_MS = 10_000;

type Limits = {
  signal: AbortSignal;
  /** Asked at the moment a request is written; calls it off by throwing. */
  check?(): void;
};

const limits = new AsyncLocalStorage<Limits>();

/** Gives all requests of one call one time limit: the first call for a kind asks first what kinds there are. */
export function withinTimeLimit<T>(
  call: () => Promise<T>,
  check?: () => void,
): Promise<T> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  return limits.run({ signal, check }, call);
}

type Dispatcher = NonNullable<ReturnType<RequestContext['getDispatcher']>>;
type Handler = Parameters<Dispatcher['dispatch']>[1];

/**
 * A `KubeConfig` that keeps its connections, and ends requests that take too long.
 *
 * Version 2.0.1 of the client makes a new undici agent, and so a new TLS connection, for every request: 500 requests
 * opened 500 connections and left them open. One agent for each cluster is 7 times as fast.
 */
export class CachedKubeConfig extends KubeConfig {
  private dispatcher?: Dispatcher;

  private constructor(private readonly definition: ClusterDefinition) {
    super();
  }

  static forCluster(definition: ClusterDefinition): CachedKubeConfig {
    const { url, ca } = definition.readAccess();
    const config = new CachedKubeConfig(definition);
    config.loadFromClusterAndUser(
      {
        name: definition.name,
        server: url,
        skipTLSVerify: false,
        ...(ca && { caData: toBase64(ca) }),
      },
      userOf(definition),
    );
    return config;
  }

  /** Every connection that is made asks first whether the address is one to connect to. */
  override createDispatcherOptions(
    cluster: ReturnType<KubeConfig['getCurrentCluster']>,
    agentOptions: AgentOptions,
  ) {
    const options = super.createDispatcherOptions(cluster, agentOptions);
    if (options.type === 'proxy' || options.type === 'socks') return options;
    const { lookup } = this.definition;
    return {
      type: 'agent' as const,
      connect: { ...('connect' in options && options.connect), lookup },
    };
  }

  override async applySecurityAuthentication(
    context: RequestContext,
  ): Promise<void> {
    // A token that rotated is taken with the next call.
    this.users = [userOf(this.definition)];
    await super.applySecurityAuthentication(context);
    this.dispatcher ??= onlyTo(
      new URL(this.getCurrentCluster()!.server).origin,
      context.getDispatcher()!,
    );
    context.setDispatcher(this.dispatcher);
    // Not for streams: they bring a signal of their own.
    context.setSignal(
      limits.getStore()?.signal ?? AbortSignal.timeout(TIMEOUT_MS),
    );
  }
}

/** No redirect is followed: an API server sends none, and where another would lead is nobody's business. */
function onlyTo(origin: string, dispatcher: Dispatcher): Dispatcher {
  return dispatcher.compose(dispatch => (options, handler) => {
    if (String(options.origin) !== origin) {
      throw new Error(
        `it redirects to '${options.origin}', which is not followed`,
      );
    }
    const check = limits.getStore()?.check;
    return dispatch(options, check ? checkedAtStart(handler, check) : handler);
  });
}

/** The connection may have to be made first, and others may be before it: only its start is the moment of writing. */
function checkedAtStart(handler: Handler, check: () => void): Handler {
  const onRequestStart: Handler['onRequestStart'] = (controller, context) => {
    try {
      check();
    } catch (error) {
      controller.abort(error as Error);
      return;
    }
    handler.onRequestStart?.(controller, context);
  };
  // The methods of a handler keep what they know in itself.
  return new Proxy(handler, {
    get(target, name) {
      if (name === 'onRequestStart') return onRequestStart;
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function userOf(definition: ClusterDefinition): KubeConfig['users'][number] {
  const { user } = definition.readAccess();
  const name = 'caas-portal';
  if ('token' in user) return { name, token: user.token };
  return { name, certData: toBase64(user.cert), keyData: toBase64(user.key) };
}

function toBase64(text: string): string {
  return Buffer.from(text).toString('base64');
}
