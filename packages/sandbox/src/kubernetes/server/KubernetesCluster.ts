import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { ApiError, unauthorized } from '../api/ApiError';
import { apiVersionOf } from '../api/kinds';
import { ResourceService } from '../api/ResourceService';
import type { Controllers } from '../controllers/Controllers';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';
import type { Certificate } from './certificate';
import { aggregatedDiscovery, AGGREGATED } from './aggregatedDiscovery';
import { discover } from './discovery';
import { openApi } from './openapi';
import { wantedForm } from './mediaType';
import { listPage, matcher } from './listRequest';
import { parseTarget, readBody, unknownPath, type Target } from './request';
import { scaleOf, withScale } from './scale';
import { send, sendError } from './send';
import { partial, partialList } from './partial';
import { toTable } from './table';
import { serveWatch } from './watch';
import { withNamespace, writeOptions } from './writeRequest';

export type KubernetesClusterOptions = {
  name: string;
  store: ObjectStore;
  controllers: Controllers;
  certificate: Certificate;
  /** Bearer tokens that are let in. */
  tokens: readonly string[];
  /** 0 takes a free port. */
  port: number;
  now(): Date;
};

/** One cluster: its API server over TLS, and the controllers that bring it to life. */
export class KubernetesCluster {
  private server?: Server;
  private readonly sockets = new Set<Duplex>();
  private readonly resources: ResourceService;
  private port: number;

  constructor(private readonly options: KubernetesClusterOptions) {
    this.resources = new ResourceService(options.store, options.now);
    this.port = options.port;
  }

  get name(): string {
    return this.options.name;
  }

  get url(): string {
    return `https://127.0.0.1:${this.port}`;
  }

  get ca(): string {
    return this.options.certificate.cert;
  }

  get token(): string {
    return this.options.tokens[0];
  }

  /** Names of the namespaces with these labels, for tests that ask what stands on the cluster. */
  listNamespaces(labels: Record<string, string> = {}): string[] {
    return this.store
      .list(kindOf('Namespace'))
      .filter(({ metadata }) =>
        Object.entries(labels).every(
          ([key, value]) => metadata.labels?.[key] === value,
        ),
      )
      .map(({ metadata }) => metadata.name);
  }

  private get store(): ObjectStore {
    return this.options.store;
  }

  /** Listens; a cluster that was stopped listens on its old port again. */
  async start(): Promise<void> {
    const { key, cert } = this.options.certificate;
    const server = createServer({ key, cert }, (request, response) => {
      this.handle(request, response).catch(error => sendError(response, error));
    });
    server.on('connection', socket => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.port, '127.0.0.1', resolve);
    });
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
    this.options.controllers.start();
  }

  /** Cuts every connection and answers nobody, as a cluster that is down. */
  async stop(): Promise<void> {
    this.options.controllers.stop();
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    const closed = new Promise(resolve => {
      server.close(resolve);
    });
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const token = /^Bearer (.+)$/.exec(
      request.headers.authorization ?? '',
    )?.[1];
    if (!token || !this.options.tokens.includes(token)) throw unauthorized();
    const url = new URL(request.url ?? '/', this.url);
    const pathname = url.pathname.replace(/\/$/, '') || '/';
    if (request.method === 'GET') {
      const answered = this.describe(pathname, request, response);
      if (answered) return undefined;
    }
    const target = parseTarget(this.store.kinds, pathname);
    if (!target) throw unknownPath();
    return this.serve(target, url.searchParams, request, response);
  }

  /** Answers what is asked about the API itself; false when the path leads elsewhere. */
  private describe(
    pathname: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): boolean {
    const kinds = this.store.kinds.all;
    const isRoot = pathname === '/api' || pathname === '/apis';
    if (isRoot && wantedForm(request) === 'APIGroupDiscoveryList') {
      const own = kinds.filter(
        ({ group }) => (group === '') === (pathname === '/api'),
      );
      send(response, 200, aggregatedDiscovery(own), AGGREGATED);
      return true;
    }
    const found =
      discover(kinds, pathname, `127.0.0.1:${this.port}`) ??
      openApi(kinds, pathname);
    if (found !== undefined) send(response, 200, found);
    return found !== undefined;
  }

  private async serve(
    target: Target,
    query: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { kind, namespace, name } = target;
    const method = request.method ?? 'GET';
    if (method === 'GET' && !name)
      return this.list(target, query, request, response);
    if (method === 'GET') {
      const object = this.store.get(kind, namespace, name!);
      if (target.subresource === 'scale')
        return send(response, 200, scaleOf(object));
      return this.sendObjects(request, response, target, [object], object);
    }
    const body = await readBody(request);
    if (method === 'DELETE') return this.delete(target, query, body, response);
    const options = writeOptions(target, query, request);
    if (method === 'POST' && !name) {
      const object = this.resources.create(
        kind,
        withNamespace(body, target),
        options,
      );
      return send(response, 201, object);
    }
    if (method === 'PUT' && name) {
      if (target.subresource === 'scale') {
        const object = this.store.get(kind, namespace, name);
        const scaled = this.resources.update(
          kind,
          name,
          withScale(object, body),
          options,
        );
        return send(response, 200, scaleOf(scaled));
      }
      const object = this.resources.update(
        kind,
        name,
        withNamespace(body, target),
        options,
      );
      return send(response, 200, object);
    }
    if (method === 'PATCH' && name) {
      const existed = this.store.find(kind, namespace, name) !== undefined;
      const type = (request.headers['content-type'] ?? '').split(';')[0];
      const object = this.resources.patch(
        kind,
        { namespace, name },
        type,
        body,
        options,
      );
      const answer = target.subresource === 'scale' ? scaleOf(object) : object;
      return send(response, existed ? 200 : 201, answer);
    }
    throw new ApiError(
      405,
      'MethodNotAllowed',
      'the server does not allow this method on the requested resource',
    );
  }

  private list(
    target: Target,
    query: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    if (['true', '1'].includes(query.get('watch') ?? '')) {
      serveWatch({
        store: this.store,
        target,
        query,
        matches: matcher(target.kind, query),
        request,
        response,
        now: this.options.now,
      });
      return;
    }
    const { items, metadata } = listPage(this.store, target, query);
    const apiVersion = apiVersionOf(target.kind);
    const plain = items.map(({ kind: _, apiVersion: __, ...object }) => object);
    this.sendObjects(request, response, target, items, {
      kind: `${target.kind.kind}List`,
      apiVersion,
      metadata,
      items: plain,
    });
  }

  private sendObjects(
    request: IncomingMessage,
    response: ServerResponse,
    { kind }: Target,
    objects: KubernetesObject[],
    body: { metadata: object; [field: string]: unknown },
  ): void {
    const { kind: name, metadata } = body;
    switch (wantedForm(request)) {
      case 'Table':
        return send(
          response,
          200,
          toTable(kind, objects, metadata, this.options.now()),
        );
      case 'PartialObjectMetadata':
        return send(
          response,
          200,
          name === `${kind.kind}List`
            ? partialList(objects, metadata)
            : partial(objects[0]),
        );
      default:
        return send(response, 200, body);
    }
  }

  private delete(
    target: Target,
    query: URLSearchParams,
    body: any, // what a client sent: nothing of it is known yet
    response: ServerResponse,
  ): void {
    const options = {
      preconditions: body?.preconditions,
      propagationPolicy:
        body?.propagationPolicy ?? query.get('propagationPolicy') ?? undefined,
      dryRun: query.get('dryRun') === 'All' || body?.dryRun?.includes('All'),
    };
    const { kind, namespace, name } = target;
    if (name) {
      const object = this.resources.delete(kind, { namespace, name }, options);
      return send(response, 200, object);
    }
    const objects = this.store
      .list(kind, namespace)
      .filter(matcher(kind, query));
    for (const object of objects) {
      this.resources.delete(
        kind,
        { namespace: object.metadata.namespace, name: object.metadata.name },
        options,
      );
    }
    return send(response, 200, {
      kind: `${kind.kind}List`,
      apiVersion: apiVersionOf(kind),
      metadata: {},
      items: objects,
    });
  }
}
