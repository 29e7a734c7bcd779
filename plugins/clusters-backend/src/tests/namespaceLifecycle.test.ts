import { TestDatabases } from '@backstage/backend-test-utils';
import { eventually } from '@caas/backend-testing/processes';
import {
  FIELD_MANAGER,
  LABELS,
  type LifecycleStep,
} from '@caas/plugin-clusters-common';
import type { KubernetesClient } from '../clients/KubernetesClient';
import { DefaultNamespaceLifecycle } from '../services/lifecycle/DefaultNamespaceLifecycle';
import { configMap, NOW, setOf, TENANCY } from '../__testUtils__/applySets';
import { workload } from '../__testUtils__/people';
import { clientOf } from '../__testUtils__/portal';
import { space, useSandbox } from '../__testUtils__/useSandbox';
import { ClusterRegistry } from '../views/ClusterRegistry';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('the end of the life of a namespace', () => {
  const bench = useSandbox(databases);
  let count = 0;
  let name: string;
  let step: LifecycleStep;

  /** A namespace that tenancy made, with three workloads that run. */
  const cronJob = (job: string, suspend: boolean) => ({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: job, namespace: name },
    spec: {
      schedule: '0 3 * * *',
      suspend,
      jobTemplate: {
        spec: {
          template: {
            spec: {
              restartPolicy: 'Never',
              containers: [{ name: 'job', image: 'harbor.local/life/job:1' }],
            },
          },
        },
      },
    },
  });

  beforeEach(async () => {
    count += 1;
    name = `life-end${count}-dev`;
    step = {
      cluster: 'nonprod',
      namespace: name,
      tenant: 'life',
      applySet: `tenancy.namespace.${name}`,
      generation: 1,
      reason: 'lease',
    };
    // The quota of `setOf` would refuse pods that name no CPU.
    const [space_, , settings] = setOf(name).objects;
    const set = setOf(name, { objects: [space_, settings] });
    await bench.portal.put(set);
    await bench.portal.reach(set, 'ready');
    await bench.admin.create(workload(name, 'Deployment', 3));
    await bench.admin.create(workload(name, 'StatefulSet', 2));
    await bench.admin.create(workload(name, 'Deployment', 0, 'idle'));
    await bench.admin.create(cronJob('nightly', false));
    await bench.admin.create(cronJob('paused', true));
  });

  const lifecycle = (
    client: KubernetesClient = clientOf(bench.sandbox.clusters.nonprod),
  ) =>
    DefaultNamespaceLifecycle.create({
      registry: new ClusterRegistry(),
      clientOf: () => client,
      sets: bench.sets,
      clock: { now: () => NOW },
    });
  const find = (kind: string, workloadName = 'claims') =>
    bench.admin.find({ kind, namespace: name, name: workloadName });
  /** How much of what is wanted. */
  const wanted = async () => ({
    deployment: (await find('Deployment')).spec.replicas,
    statefulSet: (await find('StatefulSet')).spec.replicas,
    idle: (await find('Deployment', 'idle')).spec.replicas,
    nightly: (await find('CronJob', 'nightly')).spec.suspend,
    paused: (await find('CronJob', 'paused')).spec.suspend,
  });
  const RUNNING = {
    deployment: 3,
    statefulSet: 2,
    idle: 0,
    nightly: false,
    paused: true,
  };
  const STOPPED = {
    deployment: 0,
    statefulSet: 0,
    idle: 0,
    nightly: true,
    paused: true,
  };

  it('stops what runs, twice as once, and starts it again as it was', async () => {
    const { uid } = (await bench.admin.find(space(name))).metadata;
    expect(await lifecycle().stop(step, TENANCY)).toEqual({
      uid,
      changed: 3,
      left: 0,
    });
    expect(await wanted()).toEqual(STOPPED);
    expect((await find('Deployment')).metadata.annotations).toMatchObject({
      'caas.io/replicas-before-stop': '3',
    });
    expect(await lifecycle().stop(step, TENANCY)).toMatchObject({ changed: 0 });

    const later = { ...step, generation: 2 };
    await lifecycle().start(later, TENANCY);
    await lifecycle().start(later, TENANCY);
    expect(await wanted()).toEqual(RUNNING);
    expect((await find('Deployment')).metadata.annotations).not.toHaveProperty([
      'caas.io/replicas-before-stop',
    ]);
  });

  it('stops again what somebody has started in between, and remembers that', async () => {
    await lifecycle().stop(step, TENANCY);
    await bench.admin.edit(
      { kind: 'Deployment', namespace: name, name: 'claims' },
      { spec: { replicas: 5 } },
    );
    await lifecycle().stop(step, TENANCY);
    expect(await wanted()).toEqual(STOPPED);
    await lifecycle().start({ ...step, generation: 2 }, TENANCY);
    expect(await wanted()).toEqual({ ...RUNNING, deployment: 5 });
  });

  it('leaves nothing half-way wherever a stop or a start is killed', async () => {
    let kills = 0;
    for (let at = 1; ; at += 1) {
      const killed = killedAt(clientOf(bench.sandbox.clusters.nonprod), at);
      const stop = { ...step, generation: 2 * at };
      await lifecycle(killed.client).stop(stop, TENANCY).catch(ignoreKill);
      await lifecycle().stop(stop, TENANCY);
      expect(await wanted()).toEqual(STOPPED);
      const again = killedAt(clientOf(bench.sandbox.clusters.nonprod), at);
      const start = { ...step, generation: 2 * at + 1 };
      await lifecycle(again.client).start(start, TENANCY).catch(ignoreKill);
      await lifecycle().start(start, TENANCY);
      expect(await wanted()).toEqual(RUNNING);
      if (!killed.isDead()) break;
      kills += 1;
    }
    // Fewer would mean that a stop does not pass here any more.
    expect(kills).toBeGreaterThan(8);
  });

  it('changes nothing any more when a stop is late and a start has come', async () => {
    const client = clientOf(bench.sandbox.clusters.nonprod);
    let hasStarted = false;
    const late: KubernetesClient = withMethods(client, {
      // The worker sleeps before its first write to a workload.
      merge: async (key, patch, manager) => {
        if (key.kind !== 'Namespace' && !hasStarted) {
          hasStarted = true;
          await lifecycle().start({ ...step, generation: 2 }, TENANCY);
        }
        return client.merge(key, patch, manager);
      },
    });
    await expect(lifecycle(late).stop(step, TENANCY)).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('step 2'),
    });
    expect(await wanted()).toEqual(RUNNING);
    await expect(lifecycle().stop(step, TENANCY)).rejects.toMatchObject({
      name: 'ConflictError',
    });
  });

  describe('never touches what is somebody else’s', () => {
    /** How each answers who asks. */
    const answersTo = async (actor: string, place = step) => {
      const service = lifecycle();
      const answers = await Promise.allSettled([
        service.look(place, actor),
        service.stop(place, actor),
        service.start(place, actor),
        service.export(place, actor),
      ]);
      return answers.map(answer =>
        answer.status === 'rejected' ? answer.reason.name : answer.value,
      );
    };
    const refusal = expect.stringMatching(/^(NotFoundError|NotAllowedError)$/);
    const REFUSALS = [refusal, refusal, refusal, refusal];

    it.each<[string, string, Partial<typeof step>]>([
      ['another plugin', 'plugin:images', {}],
      ['another tenant', TENANCY, { tenant: 'property' }],
      ['another set', TENANCY, { applySet: 'tenancy.namespace.x' }],
      ['a namespace of the cluster', TENANCY, { namespace: 'kube-system' }],
    ])('%s', async (_, actor, place) => {
      expect(await answersTo(actor, { ...step, ...place })).toEqual(REFUSALS);
      expect(await wanted()).toEqual(RUNNING);
    });

    it('a namespace whose label of the tenant is another by now', async () => {
      await bench.admin.edit(space(name), {
        metadata: { labels: { [LABELS.tenant]: 'property' } },
      });
      expect(await answersTo(TENANCY)).toEqual(REFUSALS);
      expect(await wanted()).toEqual(RUNNING);
    });

    it('one of the same name and labels that somebody made anew', async () => {
      const { labels } = (await bench.admin.find(space(name))).metadata;
      await bench.admin.delete(space(name));
      await eventually(20, async () => {
        expect(await bench.admin.find(space(name))).toBeUndefined();
      });
      await bench.admin.create({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name, labels },
      });
      await bench.admin.create(workload(name, 'Deployment', 3));
      await expect(lifecycle().stop(step, TENANCY)).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining('another one than the portal made'),
      });
      expect((await find('Deployment')).spec.replicas).toBe(3);

      // Nor does deleting its set delete it.
      await bench.portal.delete(setOf(name));
      await bench.portal.reach(setOf(name), 'deleting');
      await eventually(20, async () => {
        await bench.portal.after(30);
        const set = await bench.sets.find('nonprod', step.applySet);
        expect(set?.lastError).toContain('It is not deleted');
      });
      expect(await bench.admin.find(space(name))).toMatchObject({
        status: { phase: 'Active' },
      });
    });
  });

  it('gives out manifests that can be applied again, without what Secrets hold', async () => {
    await bench.admin.apply(
      {
        ...configMap(name, 'own'),
        metadata: {
          ...configMap(name, 'own').metadata,
          annotations: { a: 'b' },
        },
      },
      'kubectl',
    );
    const { objects, gaps, uid } = await lifecycle().export(step, TENANCY);
    expect(uid).toBe((await bench.admin.find(space(name))).metadata.uid);
    const text = JSON.stringify(objects);
    for (const word of ['managedFields', 'resourceVersion', '"status"', uid]) {
      expect(text).not.toContain(word);
    }
    const names = objects.map(
      ({ kind, metadata }) => `${kind}/${(metadata as { name: string }).name}`,
    );
    expect(names).toEqual(
      expect.arrayContaining([
        'Deployment/claims',
        'StatefulSet/claims',
        'CronJob/nightly',
        'ConfigMap/own',
      ]),
    );
    expect(names).not.toContain('ConfigMap/kube-root-ca.crt');
    expect(names.filter(each => each.startsWith('Pod/'))).toEqual([]);
    expect(gaps.join()).toContain('Custom resources');
    for (const object of objects.filter(({ kind }) => kind === 'Deployment')) {
      const again = { ...object, metadata: { ...(object.metadata as object) } };
      await bench.admin.apply(again, 'somebody-restores');
    }
  });

  it('names the finalizer that a namespace waits for', async () => {
    await bench.admin.create({
      ...configMap(name, 'held'),
      metadata: {
        name: 'held',
        namespace: name,
        finalizers: ['example.com/backup'],
      },
    });
    await bench.portal.delete(setOf(name));
    const set = await eventually(20, async () => {
      await bench.portal.after(10);
      const now = await bench.sets.find('nonprod', step.applySet);
      expect(now?.conditions[0].message).toContain('example.com/backup');
      return now!;
    });
    expect(set.state).toBe('deleting');
    await bench.admin.edit(
      { kind: 'ConfigMap', namespace: name, name: 'held' },
      { metadata: { finalizers: null } },
    );
    await bench.portal.reach(setOf(name), 'deleted');
  });

  it('keeps its marks apart from what the portal applies', async () => {
    await lifecycle().stop(step, TENANCY);
    const { metadata } = await bench.admin.find(space(name));
    expect(metadata.annotations).toMatchObject({
      'caas.io/lifecycle-generation': '1',
    });
    const managers = metadata.managedFields.map(
      ({ manager }: { manager: string }) => manager,
    );
    expect(managers).toEqual(
      expect.arrayContaining([FIELD_MANAGER, 'caas-portal-stop']),
    );
  });
});

class Killed extends Error {
  override name = 'Killed';
}

function ignoreKill(error: Error): void {
  if (error.name !== 'Killed') throw error;
}

function withMethods(
  client: KubernetesClient,
  methods: Partial<KubernetesClient>,
): KubernetesClient {
  return new Proxy(client, {
    get: (target, key) => {
      const own = methods[key as keyof KubernetesClient];
      if (own) return own;
      const value = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** A client whose process dies before or after its nth call. */
function killedAt(client: KubernetesClient, at: number) {
  let passed = 0;
  const pass = () => {
    passed += 1;
    if (passed >= at) throw new Killed();
  };
  return {
    isDead: () => passed >= at,
    client: new Proxy(client, {
      get:
        (target, key) =>
        async (...args: unknown[]) => {
          pass();
          const call = Reflect.get(target, key) as (
            ...input: unknown[]
          ) => Promise<unknown>;
          const answer = await call.apply(target, args);
          pass();
          return answer;
        },
    }),
  };
}
