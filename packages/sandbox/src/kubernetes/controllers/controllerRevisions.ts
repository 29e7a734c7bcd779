import type { KubernetesObject } from '../storage/KubernetesObject';
import { isSame } from '../storage/sameness';
import { kindOf } from '../storage/ObjectStore';
import { hashOf } from './names';
import { childrenOf, ownerReference } from './ownership';
import type { Pass } from './Pass';

/** Every template that the pods of a StatefulSet or DaemonSet were ever made of, oldest first. */
export function revisionsOf(
  pass: Pass,
  owner: KubernetesObject,
): KubernetesObject[] {
  return childrenOf(pass, owner, 'ControllerRevision').sort(
    (a, b) => (a.revision ?? 0) - (b.revision ?? 0),
  );
}

/** The revision of the current template: a new one, or the one that is there, which then is the newest again. */
export function ensureRevision(
  pass: Pass,
  owner: KubernetesObject,
  labelsOf: (hash: string) => Record<string, string>,
): KubernetesObject {
  const kind = kindOf('ControllerRevision');
  const all = revisionsOf(pass, owner);
  const template = owner.spec?.template;
  const data = { spec: { template: { ...template, $patch: 'replace' } } };
  const same = all.find(revision => isSame(revision.data, data));
  const newest = all.at(-1);
  if (same && same === newest) return same;
  const revision = (newest?.revision ?? 0) + 1;
  if (same) return pass.store.update(kind, { ...same, revision });
  const { namespace, name } = owner.metadata;
  const hash = hashOf(template);
  return pass.store.create(kind, {
    apiVersion: 'apps/v1',
    kind: 'ControllerRevision',
    metadata: {
      name: `${name}-${hash}`,
      namespace,
      labels: { ...template?.metadata?.labels, ...labelsOf(hash) },
      ownerReferences: [ownerReference(owner)],
    },
    data,
    revision,
  });
}

/** The template that a revision keeps. */
export function templateOf(revision: KubernetesObject) {
  const { $patch: _, ...template } = revision.data?.spec?.template ?? {};
  return template;
}

/** Forgets the oldest revisions beyond what the owner wants to remember; those in use do not count. */
export function cleanUpRevisions(
  pass: Pass,
  owner: KubernetesObject,
  isInUse: (revision: KubernetesObject) => boolean,
): void {
  const idle = revisionsOf(pass, owner).filter(each => !isInUse(each));
  const limit = owner.spec?.revisionHistoryLimit ?? 10;
  for (const revision of idle.slice(0, Math.max(0, idle.length - limit))) {
    pass.store.remove(kindOf('ControllerRevision'), revision);
  }
}
