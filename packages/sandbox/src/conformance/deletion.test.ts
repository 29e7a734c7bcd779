import type { KubernetesObject } from '../kubernetes/storage/KubernetesObject';
import { configMap, deployment } from '../kubernetes/tests/objects';
import { describeConformance } from './describeConformance';

describeConformance(
  'Finalizers, owners and propagation',
  cluster => {
    let namespace: string;
    let list: string;
    beforeAll(async () => {
      namespace = await cluster().namespace();
      list = `/api/v1/namespaces/${namespace}/configmaps`;
    });

    const reference = ({ metadata }: KubernetesObject, more: object = {}) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name: metadata.name,
      uid: metadata.uid,
      ...more,
    });

    const create = async (owner?: KubernetesObject, extra: object = {}) => {
      const name = cluster().unique('object');
      const { body } = await cluster().post(list, {
        ...configMap(name),
        metadata: {
          name,
          ...(owner && { ownerReferences: [reference(owner)] }),
          ...extra,
        },
      });
      return body;
    };
    const where = ({ metadata }: KubernetesObject) =>
      `${list}/${metadata.name}`;
    const gone = (object: KubernetesObject) =>
      cluster().eventually(where(object), ({ status }) => status === 404);

    it('keep an object until its last finalizer is taken away', async () => {
      const object = await create(undefined, {
        finalizers: ['caas.io/one', 'caas.io/two'],
      });
      const { status, body } = await cluster().delete(where(object));
      expect(status).toBe(200);
      expect(body).toMatchObject({
        kind: 'ConfigMap',
        metadata: {
          deletionTimestamp: expect.stringMatching(/Z$/),
          deletionGracePeriodSeconds: 0,
          finalizers: ['caas.io/one', 'caas.io/two'],
        },
      });
      await cluster().patch(where(object), 'merge', {
        metadata: { finalizers: ['caas.io/two'] },
      });
      expect((await cluster().get(where(object))).status).toBe(200);
      const last = await cluster().patch(where(object), 'merge', {
        metadata: { finalizers: null },
      });
      expect(last.status).toBe(200);
      expect((await cluster().get(where(object))).status).toBe(404);
    });

    it('take no new finalizer once the object is going', async () => {
      const object = await create(undefined, { finalizers: ['caas.io/one'] });
      await cluster().delete(where(object));
      const { status, body } = await cluster().patch(where(object), 'merge', {
        metadata: { finalizers: ['caas.io/one', 'caas.io/late'] },
      });
      expect([status, body.reason]).toEqual([422, 'Invalid']);
      expect(body.message).toContain(
        'metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{"caas.io/late"}',
      );
      await cluster().patch(where(object), 'merge', {
        metadata: { finalizers: null },
      });
    });

    it('delete what belongs to what is gone', async () => {
      const owner = await create();
      const child = await create(owner);
      const grandchild = await create(child);
      await cluster().delete(where(owner), { propagationPolicy: 'Background' });
      expect((await cluster().get(where(owner))).status).toBe(404);
      await gone(child);
      await gone(grandchild);
    });

    it('keep what another owner still has', async () => {
      const owner = await create();
      const other = await create();
      const child = await create(undefined, {
        ownerReferences: [reference(owner), reference(other)],
      });
      await cluster().delete(where(owner), { propagationPolicy: 'Background' });
      const { body } = await cluster().eventually(
        where(child),
        answer => answer.body.metadata.ownerReferences?.length === 1,
      );
      expect(body.metadata.ownerReferences[0].uid).toBe(other.metadata.uid);
    });

    it('delete dependants first in the foreground', async () => {
      const owner = await create();
      const child = await create(undefined, {
        ownerReferences: [reference(owner, { blockOwnerDeletion: true })],
        finalizers: ['caas.io/slow'],
      });
      const { body } = await cluster().delete(where(owner), {
        propagationPolicy: 'Foreground',
      });
      expect(body.metadata.finalizers).toEqual(['foregroundDeletion']);
      await cluster().eventually(
        where(child),
        answer => answer.body.metadata.deletionTimestamp !== undefined,
      );
      expect((await cluster().get(where(owner))).status).toBe(200);
      await cluster().patch(where(child), 'merge', {
        metadata: { finalizers: null },
      });
      await gone(child);
      await gone(owner);
    });

    it('leave orphans behind when asked', async () => {
      const owner = await create();
      const child = await create(owner);
      await cluster().delete(where(owner), { propagationPolicy: 'Orphan' });
      await gone(owner);
      const { body } = await cluster().get(where(child));
      expect(body.metadata.ownerReferences).toBeUndefined();
    });

    it('refuse a propagation that is none', async () => {
      const object = await create();
      const { status, body } = await cluster().delete(where(object), {
        propagationPolicy: 'Sideways',
      });
      expect([status, body.reason]).toEqual([422, 'Invalid']);
      expect(body.message).toContain(
        'DeleteOptions.meta.k8s.io "" is invalid: propagationPolicy: Unsupported value: "Sideways"',
      );
    });

    it('collect what names an owner that never was', async () => {
      const child = await create(undefined, {
        ownerReferences: [
          {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            name: 'never',
            uid: '00000000-0000-4000-8000-000000000000',
          },
        ],
      });
      expect((await gone(child)).status).toBe(404);
    });

    it('refuse two owners that both control', async () => {
      const owner = await create();
      const answer = await cluster().post(list, {
        ...configMap('two-controllers'),
        metadata: {
          name: 'two-controllers',
          ownerReferences: [
            reference(owner, { controller: true }),
            reference(await create(), { controller: true }),
          ],
        },
      });
      expect([answer.status, answer.body.reason]).toEqual([422, 'Invalid']);
      expect(answer.body.message).toContain(
        'Only one reference can have Controller set to true',
      );
    });

    it('make a deployment into replica sets and pods, and take all of them', async () => {
      const name = cluster().unique('web');
      const apps = `/apis/apps/v1/namespaces/${namespace}`;
      const pods = `/api/v1/namespaces/${namespace}/pods?labelSelector=app%3D${name}`;
      const made = await cluster().expectCreated(
        `${apps}/deployments`,
        deployment(name, 2),
      );
      const { body } = await cluster().eventually(
        pods,
        answer => answer.body.items.length === 2,
      );
      const [pod] = body.items;
      const sets = await cluster().get(
        `${apps}/replicasets?labelSelector=app%3D${name}`,
      );
      const [set] = sets.body.items;
      expect(set.metadata.ownerReferences).toEqual([
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name,
          uid: made.metadata.uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ]);
      expect(pod.metadata).toMatchObject({
        generateName: `${set.metadata.name}-`,
        labels: set.spec.selector.matchLabels,
        ownerReferences: [{ kind: 'ReplicaSet', uid: set.metadata.uid }],
      });
      await cluster().delete(`${apps}/deployments/${name}`);
      await cluster().eventually(
        `${apps}/replicasets?labelSelector=app%3D${name}`,
        answer => answer.body.items.length === 0,
      );
      await cluster().eventually(
        pods,
        answer => answer.body.items.length === 0,
      );
    });
  },
  { needsControllers: true },
);
