import type { KubernetesObject } from '../kubernetes/storage/KubernetesObject';
import { describeConformance } from './describeConformance';
import { END, workload } from './unplaced';

describeConformance(
  'Rollouts of Deployments',
  cluster => {
    let namespace: string;
    let name: string;
    beforeAll(async () => {
      namespace = await cluster().namespace();
    });
    beforeEach(() => {
      name = cluster().unique('web');
    });
    const apps = () => `/apis/apps/v1/namespaces/${namespace}`;
    const where = () => `${apps()}/deployments/${name}`;
    const selected = () => `?labelSelector=app%3D${name}`;

    const create = (spec: object) =>
      cluster().expectCreated(
        `${apps()}/deployments`,
        workload('Deployment', name, spec),
      );
    /** Another template, as `kubectl rollout restart` makes it. */
    const restart = (turn: string | null) =>
      cluster().patch(where(), 'strategic', {
        spec: { template: { metadata: { annotations: { turn } } } },
      });
    const revision = ({ metadata }: KubernetesObject) =>
      Number(metadata.annotations?.['deployment.kubernetes.io/revision']);
    const setsOf = async (): Promise<KubernetesObject[]> => {
      const { body } = await cluster().get(
        `${apps()}/replicasets${selected()}`,
      );
      return body.items.sort(
        (a: KubernetesObject, b: KubernetesObject) => revision(a) - revision(b),
      );
    };
    /** The replicas of the sets once the controllers say that they have seen the last change, oldest revision first. */
    const sizes = async (wanted: number[]) => {
      await cluster().eventually(
        `${apps()}/replicasets${selected()}`,
        ({ body }) => {
          const items = [...body.items].sort(
            (a, b) => revision(a) - revision(b),
          );
          return (
            items.length === wanted.length &&
            items.every(
              ({ spec, status }, index) =>
                spec.replicas === wanted[index] &&
                (status.replicas ?? 0) === wanted[index],
            )
          );
        },
      );
    };
    /** `any`, as a test knows which fields it waits for. */
    const status = (isThere: (status: any) => boolean) =>
      cluster().eventually(where(), ({ body }) => isThere(body.status ?? {}));
    type Body = { status: { conditions: { type: string }[] } };
    const conditionsOf = (body: Body): Record<string, object> =>
      Object.fromEntries(
        body.status.conditions.map((each: { type: string }) => [
          each.type,
          each,
        ]),
      );

    it('make a set, and pods that belong to it', async () => {
      const made = await create({ replicas: 3 });
      await sizes([3]);
      const [set] = await setsOf();
      expect(set.metadata.name).toMatch(new RegExp(`^${name}-${END}{5,10}$`));
      const hash = set.metadata.name.slice(name.length + 1);
      expect(set.metadata).toMatchObject({
        labels: { app: name, 'pod-template-hash': hash },
        annotations: {
          'deployment.kubernetes.io/desired-replicas': '3',
          'deployment.kubernetes.io/max-replicas': '4',
          'deployment.kubernetes.io/revision': '1',
        },
        ownerReferences: [
          {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name,
            uid: made.metadata.uid,
            controller: true,
            blockOwnerDeletion: true,
          },
        ],
      });
      expect(set.spec.selector.matchLabels).toEqual({
        app: name,
        'pod-template-hash': hash,
      });
      const { body } = await cluster().get(
        `/api/v1/namespaces/${namespace}/pods${selected()}`,
      );
      expect(body.items).toHaveLength(3);
      for (const { metadata } of body.items) {
        expect(metadata.name).toMatch(
          new RegExp(`^${set.metadata.name}-${END}{5}$`),
        );
        expect(metadata.generateName).toBe(`${set.metadata.name}-`);
        expect(metadata.labels).toEqual(set.metadata.labels);
        expect(metadata.ownerReferences).toEqual([
          {
            apiVersion: 'apps/v1',
            kind: 'ReplicaSet',
            name: set.metadata.name,
            uid: set.metadata.uid,
            controller: true,
            blockOwnerDeletion: true,
          },
        ]);
      }
    });

    it('say that pods are not ready', async () => {
      await create({ replicas: 3 });
      await sizes([3]);
      const { body } = await status(
        ({ updatedReplicas, observedGeneration }) =>
          updatedReplicas === 3 && observedGeneration === 1,
      );
      const [set] = await setsOf();
      expect(set.status).toEqual({
        replicas: 3,
        fullyLabeledReplicas: 3,
        observedGeneration: 1,
      });
      const { conditions, ...counts } = body.status;
      expect(counts).toEqual({
        observedGeneration: 1,
        replicas: 3,
        updatedReplicas: 3,
        unavailableReplicas: 3,
      });
      expect(conditions).toHaveLength(2);
      expect(conditionsOf(body)).toMatchObject({
        Available: {
          status: 'False',
          reason: 'MinimumReplicasUnavailable',
          message: 'Deployment does not have minimum availability.',
        },
        Progressing: {
          status: 'True',
          reason: 'ReplicaSetUpdated',
          message: `ReplicaSet "${set.metadata.name}" is progressing.`,
        },
      });
      expect(body.metadata.annotations).toEqual({
        'deployment.kubernetes.io/revision': '1',
      });
    });

    it.each([
      ['25%', '25%', [3, 2]],
      [0, 1, [3, 1]],
      [1, 0, [4, 1]],
      ['100%', 0, [4, 4]],
      [1, '100%', [0, 4]],
    ])(
      'go on by a surge of %s and with %s unavailable',
      async (maxSurge, maxUnavailable, wanted) => {
        const rollingUpdate = { maxSurge, maxUnavailable };
        await create({
          replicas: 4,
          strategy: { type: 'RollingUpdate', rollingUpdate },
        });
        await sizes([4]);
        await restart('second');
        await sizes(wanted.filter((_, index) => index < 2));
        const [old, fresh] = await setsOf();
        expect([revision(old), revision(fresh)]).toEqual([1, 2]);
      },
    );

    it('recreate: all of the old go before the first of the new comes', async () => {
      await create({ replicas: 2, strategy: { type: 'Recreate' } });
      await sizes([2]);
      await restart('second');
      await sizes([0, 2]);
      expect((await setsOf()).map(revision)).toEqual([1, 2]);
    });

    it('give up after their deadline, and say so', async () => {
      await create({ replicas: 1, progressDeadlineSeconds: 2 });
      const { body } = await status(({ conditions }) =>
        conditions?.some(
          ({ reason }: { reason: string }) =>
            reason === 'ProgressDeadlineExceeded',
        ),
      );
      const [set] = await setsOf();
      expect(conditionsOf(body).Progressing).toMatchObject({
        status: 'False',
        message: `ReplicaSet "${set.metadata.name}" has timed out progressing.`,
      });
    });

    it('stop while they are paused', async () => {
      await create({ replicas: 2, paused: true });
      const { body } = await status(({ conditions }) => conditions?.length > 0);
      expect(conditionsOf(body).Progressing).toMatchObject({
        status: 'Unknown',
        reason: 'DeploymentPaused',
        message: 'Deployment is paused',
      });
      expect(await setsOf()).toEqual([]);
      await cluster().patch(where(), 'merge', { spec: { paused: null } });
      await sizes([2]);
    });

    it('go back to an earlier template with the set that is there', async () => {
      await create({ replicas: 1, strategy: { type: 'Recreate' } });
      await sizes([1]);
      const [first] = await setsOf();
      await restart('second');
      await sizes([0, 1]);
      await restart(null);
      await cluster().eventually(
        `${apps()}/replicasets/${first.metadata.name}`,
        ({ body }) => revision(body) === 3 && body.spec.replicas === 1,
      );
      await sizes([0, 1]);
      const [, again] = await setsOf();
      expect(again.metadata.uid).toBe(first.metadata.uid);
      const { body } = await cluster().get(where());
      expect(revision(body)).toBe(3);
    });

    it('remember as many templates as they are told, once they are done', async () => {
      await create({ replicas: 0, revisionHistoryLimit: 1 });
      await sizes([0]);
      await restart('second');
      await sizes([0, 0]);
      await restart('third');
      const { body } = await cluster().eventually(
        `${apps()}/replicasets${selected()}`,
        ({ body: { items } }) =>
          items.length === 2 &&
          items.some((set: KubernetesObject) => revision(set) === 3),
      );
      expect(body.items.map(revision).sort()).toEqual([2, 3]);
    });

    it('take over the sets that another left behind', async () => {
      const made = await create({ replicas: 1 });
      await sizes([1]);
      const [set] = await setsOf();
      await cluster().delete(where(), { propagationPolicy: 'Orphan' });
      await cluster().eventually(where(), answer => answer.status === 404);
      const again = await create({ replicas: 1 });
      expect(again.metadata.uid).not.toBe(made.metadata.uid);
      await cluster().eventually(
        `${apps()}/replicasets/${set.metadata.name}`,
        ({ body }) =>
          body.metadata.ownerReferences?.[0].uid === again.metadata.uid,
      );
      expect(await setsOf()).toHaveLength(1);
    });

    it('are no reason to keep more pods than a smaller scale wants', async () => {
      await create({ replicas: 4 });
      await sizes([4]);
      await restart('second');
      await sizes([3, 2]);
      await cluster().patch(where(), 'merge', { spec: { replicas: 0 } });
      await sizes([0, 0]);
      const { body } = await cluster().get(
        `/api/v1/namespaces/${namespace}/pods${selected()}`,
      );
      expect(body.items).toEqual([]);
    });
  },
  { needsControllers: true },
);
