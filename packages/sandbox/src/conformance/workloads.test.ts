import type { KubernetesObject } from '../kubernetes/storage/KubernetesObject';
import { describeConformance } from './describeConformance';
import { END, unplaced, workload } from './unplaced';

const claim = {
  metadata: { name: 'data' },
  spec: {
    accessModes: ['ReadWriteOnce'],
    storageClassName: 'nobody-makes-these',
    resources: { requests: { storage: '1Gi' } },
  },
};

describeConformance(
  'StatefulSets and DaemonSets',
  cluster => {
    let namespace: string;
    let name: string;
    beforeAll(async () => {
      namespace = await cluster().namespace();
    });
    beforeEach(() => {
      name = cluster().unique('db');
    });
    const apps = () => `/apis/apps/v1/namespaces/${namespace}`;
    const core = () => `/api/v1/namespaces/${namespace}`;
    const where = () => `${apps()}/statefulsets/${name}`;
    const create = (spec: object) =>
      cluster().expectCreated(
        `${apps()}/statefulsets`,
        workload('StatefulSet', name, { serviceName: 'db', ...spec }),
      );
    const pods = async (wanted: string[]): Promise<KubernetesObject[]> => {
      const { body } = await cluster().eventually(
        `${core()}/pods?labelSelector=app%3D${name}`,
        answer =>
          JSON.stringify(
            answer.body.items.map(
              ({ metadata }: KubernetesObject) => metadata.name,
            ),
          ) === JSON.stringify(wanted),
      );
      return body.items;
    };

    it('begin with the first pod, and wait for it', async () => {
      const made = await create({ replicas: 3 });
      const [pod] = await pods([`${name}-0`]);
      const revision = `${name}-`;
      expect(pod.metadata).toMatchObject({
        generateName: `${name}-`,
        labels: {
          app: name,
          'apps.kubernetes.io/pod-index': '0',
          'controller-revision-hash': expect.stringMatching(
            new RegExp(`^${revision}${END}{5,10}$`),
          ),
          'statefulset.kubernetes.io/pod-name': `${name}-0`,
        },
        ownerReferences: [
          { kind: 'StatefulSet', name, uid: made.metadata.uid },
        ],
      });
      expect(pod.spec).toMatchObject({
        hostname: `${name}-0`,
        subdomain: 'db',
      });
      const { body } = await cluster().eventually(
        where(),
        answer => answer.body.status?.replicas === 1,
      );
      const hash = pod.metadata.labels?.['controller-revision-hash'];
      expect(body.status).toEqual({
        observedGeneration: 1,
        replicas: 1,
        availableReplicas: 0,
        currentReplicas: 1,
        updatedReplicas: 1,
        currentRevision: hash,
        updateRevision: hash,
        collisionCount: 0,
      });
    });

    it('keep each template as a revision', async () => {
      await create({ replicas: 0 });
      const at = `${apps()}/controllerrevisions?labelSelector=app%3D${name}`;
      const { body } = await cluster().eventually(
        at,
        answer => answer.body.items.length === 1,
      );
      const [revision] = body.items;
      expect(revision).toMatchObject({
        revision: 1,
        data: {
          spec: {
            template: {
              $patch: 'replace',
              metadata: { labels: { app: name } },
            },
          },
        },
        metadata: {
          name: `${name}-${revision.metadata.labels['controller.kubernetes.io/hash']}`,
          ownerReferences: [{ kind: 'StatefulSet', name }],
        },
      });
      await cluster().patch(where(), 'strategic', {
        spec: { template: { metadata: { annotations: { turn: '2' } } } },
      });
      const again = await cluster().eventually(
        at,
        answer => answer.body.items.length === 2,
      );
      const numbers = again.body.items.map(
        (each: { revision: number }) => each.revision,
      );
      expect(numbers.sort()).toEqual([1, 2]);
    });

    it('make all pods at once where they may, and take the last ones away first', async () => {
      await create({ replicas: 3, podManagementPolicy: 'Parallel' });
      await pods([`${name}-0`, `${name}-1`, `${name}-2`]);
      await cluster().patch(`${where()}/scale`, 'merge', {
        spec: { replicas: 1 },
      });
      expect(await pods([`${name}-0`])).toHaveLength(1);
    });

    it('make claims for their pods, and keep them', async () => {
      await create({
        replicas: 2,
        podManagementPolicy: 'Parallel',
        volumeClaimTemplates: [claim],
      });
      const [first] = await pods([`${name}-0`, `${name}-1`]);
      expect(first.spec.volumes).toContainEqual({
        name: 'data',
        persistentVolumeClaim: { claimName: `data-${name}-0` },
      });
      const at = `${core()}/persistentvolumeclaims/data-${name}-1`;
      const { body } = await cluster().get(at);
      expect(body.metadata.labels).toEqual({ app: name });
      expect(body.metadata.ownerReferences).toBeUndefined();
      expect(body.metadata.finalizers).toEqual([
        'kubernetes.io/pvc-protection',
      ]);
      expect(body.status).toEqual({ phase: 'Pending' });
      await cluster().patch(where(), 'merge', { spec: { replicas: 1 } });
      await pods([`${name}-0`]);
      await cluster().delete(where());
      await pods([]);
      expect((await cluster().get(at)).body.metadata.deletionTimestamp).toBe(
        undefined,
      );
    });

    it('own claims that are to go with them', async () => {
      await create({
        replicas: 1,
        volumeClaimTemplates: [claim],
        persistentVolumeClaimRetentionPolicy: {
          whenDeleted: 'Delete',
          whenScaled: 'Retain',
        },
      });
      await pods([`${name}-0`]);
      const at = `${core()}/persistentvolumeclaims/data-${name}-0`;
      await cluster().eventually(
        at,
        ({ body }) => body.metadata.ownerReferences?.[0].name === name,
      );
      await cluster().delete(where());
      const { status } = await cluster().eventually(
        at,
        answer => answer.status !== 200,
      );
      expect(status).toBe(404);
    });

    it('run a pod on each node that they select, and on no other', async () => {
      const node = cluster().unique('node');
      const labels = { 'caas.io/conformance': node };
      const set = `${apps()}/daemonsets/${name}`;
      await cluster().expectCreated(`${apps()}/daemonsets`, {
        ...workload('DaemonSet', name, {
          template: unplaced({ app: name }, { nodeSelector: labels }),
        }),
      });
      const none = await cluster().eventually(
        set,
        ({ body }) => body.status?.observedGeneration === 1,
      );
      expect(none.body.status).toEqual({
        currentNumberScheduled: 0,
        desiredNumberScheduled: 0,
        numberMisscheduled: 0,
        numberReady: 0,
        observedGeneration: 1,
      });
      expect(none.body.metadata.annotations).toEqual({
        'deprecated.daemonset.template.generation': '1',
      });
      await cluster().expectCreated('/api/v1/nodes', {
        apiVersion: 'v1',
        kind: 'Node',
        metadata: { name: node, labels },
      });
      cluster().deleteAtEnd(`/api/v1/nodes/${node}`);
      const { body } = await cluster().eventually(
        `${core()}/pods?labelSelector=app%3D${name}`,
        answer => answer.body.items.length === 1,
      );
      const [pod] = body.items;
      expect(pod.metadata.name).toMatch(new RegExp(`^${name}-${END}{5}$`));
      expect(pod.metadata.labels).toMatchObject({
        app: name,
        'controller-revision-hash': expect.stringMatching(
          new RegExp(`^${END}{5,10}$`),
        ),
        'pod-template-generation': '1',
      });
      expect(
        pod.spec.affinity.nodeAffinity
          .requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms,
      ).toEqual([
        {
          matchFields: [
            { key: 'metadata.name', operator: 'In', values: [node] },
          ],
        },
      ]);
      expect(pod.spec.tolerations).toEqual(
        expect.arrayContaining(
          ['not-ready', 'unreachable'].map(each => ({
            key: `node.kubernetes.io/${each}`,
            operator: 'Exists',
            effect: 'NoExecute',
          })),
        ),
      );
      const some = await cluster().eventually(
        set,
        answer => answer.body.status.currentNumberScheduled === 1,
      );
      expect(some.body.status).toMatchObject({
        desiredNumberScheduled: 1,
        numberMisscheduled: 0,
        updatedNumberScheduled: 1,
      });
    });
  },
  { needsControllers: true },
);
