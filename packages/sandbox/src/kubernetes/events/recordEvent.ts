import { createHash } from 'node:crypto';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';
import { timestamp } from '../storage/timestamp';

/** Something that happened to an object. */
export type Happening = {
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  /** Who says so, such as `kubelet`. */
  component: string;
  /** The node on which it happened. */
  host?: string;
  /** The part of the object, such as `spec.containers{main}`. */
  fieldPath?: string;
  /** It stands for others of its reason, whose messages differ. */
  isCombined?: boolean;
};

/** Keeps an event about an object. What happens again counts on, as Kubernetes' own recorders do it. */
export function recordEvent(
  store: ObjectStore,
  about: KubernetesObject,
  happening: Happening,
): void {
  const { namespace = 'default', name: aboutName } = about.metadata;
  const { type, reason, message, component, host, fieldPath } = happening;
  const home = store.find(kindOf('Namespace'), undefined, namespace);
  // Nothing new is made in a namespace that is going.
  if (!home || home.metadata.deletionTimestamp) return;
  const kind = kindOf('Event');
  const at = timestamp(store.now());
  const name = eventName(about, happening);
  const before = store.find(kind, namespace, name);
  if (before) {
    const count = (before.count ?? 1) + 1;
    store.update(kind, { ...before, message, count, lastTimestamp: at });
    return;
  }
  store.create(kind, {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name, namespace },
    involvedObject: {
      kind: about.kind,
      namespace: about.metadata.namespace,
      name: aboutName,
      uid: about.metadata.uid,
      apiVersion: about.apiVersion,
      resourceVersion: about.metadata.resourceVersion,
      ...(fieldPath && { fieldPath }),
    },
    reason,
    message,
    source: { component, ...(host && { host }) },
    firstTimestamp: at,
    lastTimestamp: at,
    count: 1,
    type,
    eventTime: null,
    reportingComponent: component,
    reportingInstance: host ?? '',
  });
}

/** When the same last happened to the object; undefined when it has not, in the time that events are kept. */
export function lastHappened(
  store: ObjectStore,
  about: KubernetesObject,
  happening: Happening,
): Date | undefined {
  const { namespace = 'default' } = about.metadata;
  const name = eventName(about, happening);
  const event = store.find(kindOf('Event'), namespace, name);
  return event && new Date(event.lastTimestamp);
}

/** The same for what is the same, so that it is found again. */
function eventName(
  { metadata }: KubernetesObject,
  happening: Happening,
): string {
  const { type, reason, message, component, fieldPath = '' } = happening;
  const said = happening.isCombined ? '' : message;
  const words = [metadata.uid, type, reason, said, component, fieldPath];
  const hash = createHash('sha256').update(words.join('\n')).digest('hex');
  return `${metadata.name}.${hash.slice(0, 16)}`;
}
