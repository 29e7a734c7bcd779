import type { KubernetesClient } from '../../clients/KubernetesClient';
import type { LiveObject } from '../../domain/LiveObject';
import type { StandstillKind, StandstillPatch } from '../../domain/standstill';

const KINDS: { kind: StandstillKind; apiVersion: string; plural: string }[] = [
  // First what would make more work while the rest comes to a standstill.
  { kind: 'CronJob', apiVersion: 'batch/v1', plural: 'cronjobs' },
  { kind: 'Deployment', apiVersion: 'apps/v1', plural: 'deployments' },
  { kind: 'StatefulSet', apiVersion: 'apps/v1', plural: 'statefulsets' },
];
const PAGE = 200;
/** Controllers write the status while we look: the version that we ask for is often old already. */
const ATTEMPTS = 5;

type Work = {
  client: KubernetesClient;
  namespace: string;
  fieldManager: string;
  patchOf(
    kind: StandstillKind,
    object: LiveObject,
  ): StandstillPatch | undefined;
  /** Asked before each write; throws when another step of the namespace's life has come. */
  assertCurrent(): Promise<void>;
  hasTime(): boolean;
};

/** Changes every workload that is not as it should be, each in one write; answers how many, and how many are left. */
export async function bringAll(
  work: Work,
): Promise<{ changed: number; left: number }> {
  let changed = 0;
  let left = 0;
  for (const { kind, apiVersion, plural } of KINDS) {
    const path = `/apis/${apiVersion}/namespaces/${encodeURIComponent(work.namespace)}/${plural}`;
    let continueToken: string | undefined;
    do {
      const page = await work.client.list(path, { limit: PAGE, continueToken });
      for (const object of page.items) {
        if (!work.patchOf(kind, object)) continue;
        const isBrought =
          work.hasTime() && (await bring(work, { kind, apiVersion }, object));
        if (isBrought) changed += 1;
        else left += 1;
      }
      continueToken = page.continueToken;
    } while (continueToken);
  }
  return { changed, left };
}

/** False when somebody writes to it all the time: whoever asked for it asks again. */
async function bring(
  work: Work,
  { kind, apiVersion }: { kind: StandstillKind; apiVersion: string },
  seen: LiveObject,
): Promise<boolean> {
  const { client, namespace, fieldManager } = work;
  const key = { apiVersion, kind, namespace, name: seen.metadata.name! };
  let object: LiveObject | undefined = seen;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const patch = object && work.patchOf(kind, object);
    if (!patch) return true;
    await work.assertCurrent();
    if (await client.merge(key, patch, fieldManager)) return true;
    object = await client.find(key);
  }
  return false;
}
