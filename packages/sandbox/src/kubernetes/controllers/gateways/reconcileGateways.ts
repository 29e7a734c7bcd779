import type { ResourceKind } from '../../api/ResourceKind';
import { GATEWAY_CONTROLLER } from '../../installed/gatewayApi';
import type { KubernetesObject } from '../../storage/KubernetesObject';
import { stamped, type StoredCondition } from '../conditions';
import type { Pass } from '../Pass';
import { hashBelow } from '../../seeded/hashBelow';
import { writeStatus } from '../writeStatus';

const GROUP = 'gateway.networking.k8s.io';

const inPass = ({ store, namespaces }: Pass, kind: ResourceKind) =>
  namespaces
    .flatMap(namespace => store.list(kind, namespace))
    .filter(({ metadata }) => !metadata.deletionTimestamp);

/** Accepts the Gateways of our class, and the routes that lead through them; those of others wait for their controllers. */
export function reconcileGateways(pass: Pass): void {
  const { store } = pass;
  const find = (plural: string) => store.kinds.find(GROUP, 'v1', plural);
  const classes = find('gatewayclasses');
  const gateways = find('gateways');
  const routes = find('httproutes');
  if (!classes || !gateways || !routes) return;
  const ours = store
    .list(classes)
    .filter(({ spec }) => spec?.controllerName === GATEWAY_CONTROLLER);
  for (const each of ours) {
    writeStatus(store, each, {
      ...each.status,
      conditions: [yes(pass, each.status?.conditions, each, 'Accepted')],
    });
  }
  const names = new Set(ours.map(({ metadata }) => metadata.name));
  const isOurs = ({ spec }: KubernetesObject) =>
    names.has(spec?.gatewayClassName);
  for (const gateway of inPass(pass, gateways).filter(isOurs)) {
    writeStatus(store, gateway, gatewayStatus(pass, gateway));
  }
  for (const route of inPass(pass, routes)) {
    const parents = parentsOf(pass, route, gateway => {
      const found = store.find(gateways, gateway.namespace, gateway.name);
      return found && isOurs(found) ? found : undefined;
    });
    if (parents.length > 0 || route.status?.parents) {
      writeStatus(store, route, { parents });
    }
  }
}

function yes(
  { now }: Pass,
  before: readonly StoredCondition[] | undefined,
  { metadata }: KubernetesObject,
  type: string,
) {
  return {
    ...stamped(
      before,
      { type, status: 'True', reason: type, message: '' },
      now,
    ),
    observedGeneration: metadata.generation,
  };
}

function gatewayStatus(pass: Pass, gateway: KubernetesObject) {
  const { status, metadata, spec } = gateway;
  const part = (what: string) => hashBelow(250, metadata.uid ?? '', what);
  type Listener = { name: string; conditions?: StoredCondition[] };
  const before = (status?.listeners ?? []) as Listener[];
  return {
    addresses: [
      { type: 'IPAddress', value: `10.60.${part('net')}.${1 + part('host')}` },
    ],
    conditions: ['Accepted', 'Programmed'].map(type =>
      yes(pass, status?.conditions, gateway, type),
    ),
    listeners: ((spec?.listeners ?? []) as Listener[]).map(({ name }) => ({
      name,
      supportedKinds: [{ group: GROUP, kind: 'HTTPRoute' }],
      attachedRoutes: 0,
      conditions: ['Accepted', 'Programmed', 'ResolvedRefs'].map(type =>
        yes(
          pass,
          before.find(each => each.name === name)?.conditions,
          gateway,
          type,
        ),
      ),
    })),
  };
}

type ParentRef = { name: string; namespace?: string; kind?: string };
type Parent = { parentRef: ParentRef; conditions: StoredCondition[] };

function parentsOf(
  pass: Pass,
  route: KubernetesObject,
  gatewayOf: (at: {
    name: string;
    namespace?: string;
  }) => KubernetesObject | undefined,
) {
  const before = (route.status?.parents ?? []) as Parent[];
  const { namespace } = route.metadata;
  return ((route.spec?.parentRefs ?? []) as ParentRef[]).flatMap(parentRef => {
    if (!gatewayOf({ namespace, ...parentRef })) return [];
    const old = before.find(each => each.parentRef.name === parentRef.name);
    return [
      {
        parentRef,
        controllerName: GATEWAY_CONTROLLER,
        conditions: ['Accepted', 'ResolvedRefs'].map(type =>
          yes(pass, old?.conditions, route, type),
        ),
      },
    ];
  });
}
