import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Authenticator } from '../access/Authenticator';
import { authorize } from '../access/authorize';
import { methodNotAllowed } from '../api/ApiError';
import { apiVersionOf, verbsOf } from '../api/kinds';
import { ResourceService } from '../api/ResourceService';
import { isMetric } from '../metrics/metricsKinds';
import { serveMetrics } from '../metrics/serveMetrics';
import type { KubernetesObject } from '../storage/KubernetesObject';
import type { ObjectStore } from '../storage/ObjectStore';
import { actionOf } from './action';
import { aggregatedDiscovery, AGGREGATED } from './aggregatedDiscovery';
import { deleted } from './deleted';
import { discover } from './discovery';
import { listPage, matcher } from './listRequest';
import { wantedForm } from './mediaType';
import { openApi } from './openapi';
import { partial, partialList } from './partial';
import { parseTarget, readBody, unknownPath, type Target } from './request';
import { answerReview, parseReview } from './reviews';
import { send } from './send';
import { hasOwnForm, serveSubresource } from './subresources';
import { toTable } from './table';
import { serveWatch } from './watch';
import {
  contentType,
  deleteOptions,
  withNamespace,
  writeOptions,
} from './writeRequest';

export type ApiHandlerOptions = {
  store: ObjectStore;
  authenticator: Authenticator;
  now(): Date;
  /** Host and port of the server. */
  address(): string;
};

/** Answers the requests of a cluster's API, once it is clear who asks and that they may. */
export class ApiHandler {
  private readonly resources: ResourceService;

  constructor(private readonly options: ApiHandlerOptions) {
    this.resources = new ResourceService(options.store, options.now);
  }

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { authenticator } = this.options;
    const user = authenticator.identify(request);
    const url = new URL(request.url ?? '/', 'https://cluster');
    const pathname = url.pathname.replace(/(?<=.)\/$/, '');
    const method = request.method ?? 'GET';
    const target = parseTarget(this.store.kinds, pathname);
    const review = target ? undefined : parseReview(pathname);
    const action = actionOf({
      method,
      pathname,
      target,
      review,
      query: url.searchParams,
    });
    authorize(this.store, user, action);
    if (review && method === 'POST') {
      const body = await readBody(request);
      return send(response, 201, answerReview(this.store, user, review, body));
    }
    if (method === 'GET' && this.describe(pathname, request, response)) {
      return undefined;
    }
    if (!target) {
      if (this.isOurs(pathname)) throw unknownPath();
      return send(response, 404, '404 page not found\n');
    }
    return this.serve(target, url.searchParams, request, response);
  }

  /** Whether the path lies in a group that is served: beside them nobody speaks the protocol. */
  private isOurs(pathname: string): boolean {
    const [, root, group] = pathname.split('/');
    if (root === 'api') return group === 'v1';
    return (
      root === 'apis' && this.store.kinds.all.some(kind => kind.group === group)
    );
  }

  private get store(): ObjectStore {
    return this.options.store;
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
      discover(kinds, pathname, this.options.address()) ??
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
    if (isMetric(kind)) {
      return serveMetrics(this.store, target, query, method, response);
    }
    if (hasOwnForm(target)) {
      const { store, resources } = this;
      const { authenticator } = this.options;
      const context = { store, resources, authenticator };
      return serveSubresource(context, target, query, request, response);
    }
    if (method === 'GET' && !name)
      return this.list(target, query, request, response);
    if (method === 'GET') {
      const object = this.store.get(kind, namespace, name!);
      return this.sendObjects(request, response, target, [object], object);
    }
    if (
      method === 'DELETE' &&
      !name &&
      !verbsOf(kind).includes('deletecollection')
    ) {
      throw methodNotAllowed();
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
      const object = this.resources.patch(
        kind,
        { namespace, name },
        contentType(request),
        body,
        options,
      );
      return send(response, existed ? 200 : 201, object);
    }
    throw methodNotAllowed();
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
    const options = deleteOptions(query, body);
    const { kind, namespace, name } = target;
    if (name) {
      const object = this.resources.delete(kind, { namespace, name }, options);
      const isGone = options.dryRun
        ? !object.metadata.finalizers?.length
        : !this.store.find(kind, namespace, name);
      return send(response, 200, isGone ? deleted(kind, object) : object);
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
