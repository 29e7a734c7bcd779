import { pod, quota } from '../kubernetes/tests/objects';
import { failure } from './answers';
import { describeConformance } from './describeConformance';

describeConformance(
  'Volumes and claims',
  cluster => {
    let namespace: string;
    /** A class of this test only, so that no other volume fits. */
    let storageClass: string;
    beforeAll(async () => {
      namespace = await cluster().namespace();
      await cluster().eventually(
        `/api/v1/namespaces/${namespace}/serviceaccounts/default`,
        ({ status }) => status === 200,
      );
    });
    beforeEach(() => {
      storageClass = cluster().unique('class');
    });
    const claims = () =>
      `/api/v1/namespaces/${namespace}/persistentvolumeclaims`;
    const claimOf = (name: string, storage: string, spec: object = {}) => ({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name },
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: storageClass,
        resources: { requests: { storage } },
        ...spec,
      },
    });
    const claim = async (storage: string, spec?: object): Promise<string> => {
      const name = cluster().unique('claim');
      await cluster().expectCreated(claims(), claimOf(name, storage, spec));
      return name;
    };
    const volume = async (storage: string, spec: object = {}) => {
      const name = cluster().unique('volume');
      await cluster().expectCreated('/api/v1/persistentvolumes', {
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        metadata: { name },
        spec: {
          accessModes: ['ReadWriteOnce', 'ReadWriteMany'],
          capacity: { storage },
          hostPath: { path: '/nowhere' },
          storageClassName: storageClass,
          ...spec,
        },
      });
      cluster().deleteAtEnd(`/api/v1/persistentvolumes/${name}`);
      return name;
    };
    const phase = (where: string, wanted: string) =>
      cluster().eventually(where, ({ body }) => body.status?.phase === wanted);

    it('wait for each other', async () => {
      const name = await claim('1Gi');
      const { body } = await cluster().get(`${claims()}/${name}`);
      expect(body.metadata.finalizers).toEqual([
        'kubernetes.io/pvc-protection',
      ]);
      expect(body.spec.volumeMode).toBe('Filesystem');
      expect(body.status).toEqual({ phase: 'Pending' });
      const free = await volume('1Mi');
      const available = await phase(
        `/api/v1/persistentvolumes/${free}`,
        'Available',
      );
      expect(available.body.metadata.finalizers).toEqual([
        'kubernetes.io/pv-protection',
      ]);
      expect(available.body.spec).toMatchObject({
        persistentVolumeReclaimPolicy: 'Retain',
        volumeMode: 'Filesystem',
      });
    });

    it('are bound, the smallest volume that is enough', async () => {
      await volume('10Gi');
      const fitting = await volume('2Gi');
      await volume('512Mi');
      const name = await claim('1Gi');
      const { body } = await phase(`${claims()}/${name}`, 'Bound');
      expect(body.spec.volumeName).toBe(fitting);
      expect(body.metadata.annotations).toEqual({
        'pv.kubernetes.io/bind-completed': 'yes',
        'pv.kubernetes.io/bound-by-controller': 'yes',
      });
      expect(body.status).toEqual({
        phase: 'Bound',
        accessModes: ['ReadWriteOnce', 'ReadWriteMany'],
        capacity: { storage: '2Gi' },
      });
      const bound = await phase(
        `/api/v1/persistentvolumes/${fitting}`,
        'Bound',
      );
      expect(bound.body.spec.claimRef).toMatchObject({
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace,
        name,
        uid: body.metadata.uid,
      });
    });

    it('are not bound when the volume lacks what the claim asks for', async () => {
      await volume('2Gi', { accessModes: ['ReadWriteOnce'] });
      const many = await claim('1Gi', { accessModes: ['ReadWriteMany'] });
      const block = await claim('1Gi', { volumeMode: 'Block' });
      const one = await claim('1Gi');
      await phase(`${claims()}/${one}`, 'Bound');
      for (const name of [many, block]) {
        const { body } = await cluster().get(`${claims()}/${name}`);
        expect(body.status).toEqual({ phase: 'Pending' });
      }
    });

    it('are released when the claim goes', async () => {
      const kept = await volume('1Gi');
      const name = await claim('1Gi');
      await phase(`${claims()}/${name}`, 'Bound');
      await cluster().delete(`${claims()}/${name}`);
      await phase(`/api/v1/persistentvolumes/${kept}`, 'Released');
      const other = await claim('1Gi');
      const { body } = await cluster().get(`${claims()}/${other}`);
      expect(body.status).toEqual({ phase: 'Pending' });
    });

    it('stay while a pod uses the claim', async () => {
      const name = await claim('1Gi');
      const user = cluster().unique('pod');
      const pods = `/api/v1/namespaces/${namespace}/pods`;
      await cluster().expectCreated(
        pods,
        pod(user, {
          spec: {
            nodeName: 'nowhere',
            volumes: [
              { name: 'v', persistentVolumeClaim: { claimName: name } },
            ],
          },
        }),
      );
      const { status, body } = await cluster().delete(`${claims()}/${name}`);
      expect(status).toBe(200);
      expect(body.metadata.deletionTimestamp).toMatch(/Z$/);
      expect((await cluster().get(`${claims()}/${name}`)).status).toBe(200);
      await cluster().delete(`${pods}/${user}?gracePeriodSeconds=0`);
      await cluster().eventually(
        `${claims()}/${name}`,
        answer => answer.status === 404,
      );
    });

    it('wait for a pod where their class wants it', async () => {
      const classes = '/apis/storage.k8s.io/v1/storageclasses';
      await cluster().expectCreated(classes, {
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
        metadata: { name: storageClass },
        provisioner: 'kubernetes.io/no-provisioner',
        volumeBindingMode: 'WaitForFirstConsumer',
      });
      cluster().deleteAtEnd(`${classes}/${storageClass}`);
      const free = await volume('1Gi');
      await phase(`/api/v1/persistentvolumes/${free}`, 'Available');
      const waiting = await claim('1Gi');
      const at = `/api/v1/persistentvolumes/${free}`;
      const named = await claim('1Gi', { volumeName: free });
      await phase(`${claims()}/${named}`, 'Bound');
      expect((await cluster().get(at)).body.spec.claimRef.name).toBe(named);
      const { body } = await cluster().get(`${claims()}/${waiting}`);
      expect(body.status).toEqual({ phase: 'Pending' });
    });

    it('count for quotas, in all and by class', async () => {
      const own = await cluster().namespace();
      const where = `/api/v1/namespaces/${own}`;
      const ofClass = `${storageClass}.storageclass.storage.k8s.io`;
      await cluster().expectCreated(
        `${where}/resourcequotas`,
        quota('storage', {
          persistentvolumeclaims: '2',
          'requests.storage': '10Gi',
          [`${ofClass}/requests.storage`]: '3Gi',
          [`${ofClass}/persistentvolumeclaims`]: '5',
        }),
      );
      const quotaAt = `${where}/resourcequotas/storage`;
      const used = (wanted: object) =>
        cluster().eventually(
          quotaAt,
          ({ body }) =>
            JSON.stringify(Object.entries(body.status?.used ?? {}).sort()) ===
            JSON.stringify(Object.entries(wanted).sort()),
        );
      await used({
        persistentvolumeclaims: '0',
        'requests.storage': '0',
        [`${ofClass}/requests.storage`]: '0',
        [`${ofClass}/persistentvolumeclaims`]: '0',
      });
      const list = `${where}/persistentvolumeclaims`;
      await cluster().expectCreated(list, claimOf('a', '2Gi'));
      await used({
        persistentvolumeclaims: '1',
        'requests.storage': '2Gi',
        [`${ofClass}/requests.storage`]: '2Gi',
        [`${ofClass}/persistentvolumeclaims`]: '1',
      });
      expect(failure(await cluster().post(list, claimOf('b', '2Gi')))).toEqual([
        403,
        'Forbidden',
        `persistentvolumeclaims "b" is forbidden: exceeded quota: storage, requested: ${ofClass}/requests.storage=2Gi, used: ${ofClass}/requests.storage=2Gi, limited: ${ofClass}/requests.storage=3Gi`,
      ]);
      const other = { storageClassName: 'another' };
      const big = await cluster().post(list, claimOf('b', '9Gi', other));
      expect(failure(big)[2]).toBe(
        'persistentvolumeclaims "b" is forbidden: exceeded quota: storage, requested: requests.storage=9Gi, used: requests.storage=2Gi, limited: requests.storage=10Gi',
      );
    });

    it('may be mounted by the pods of a set that claims them, and by no other name', async () => {
      const matchLabels = { app: 'data' };
      const set = (mounted: string) => ({
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        metadata: { name: 'data' },
        spec: {
          serviceName: 'data',
          selector: { matchLabels },
          template: {
            metadata: { labels: matchLabels },
            spec: {
              containers: [
                {
                  name: 'main',
                  image: 'registry.example.com/life/policy:1.0.0',
                  volumeMounts: [{ name: mounted, mountPath: '/data' }],
                },
              ],
            },
          },
          volumeClaimTemplates: [claimOf('data', '1Gi')],
        },
      });
      const sets = `/apis/apps/v1/namespaces/${namespace}/statefulsets?dryRun=All`;
      expect((await cluster().post(sets, set('data'))).status).toBe(201);
      expect(failure(await cluster().post(sets, set('other')))).toEqual([
        422,
        'Invalid',
        'StatefulSet.apps "data" is invalid: spec.template.spec.containers[0].volumeMounts[0].name: Not found: "other"',
      ]);
    });
  },
  { needsControllers: true },
);
