import { pod } from '../kubernetes/tests/objects';
import { describeConformance } from './describeConformance';
import { END } from './unplaced';

describeConformance(
  'Services and autoscalers',
  cluster => {
    let namespace: string;
    let name: string;
    let core: string;
    beforeAll(async () => {
      namespace = await cluster().namespace();
      core = `/api/v1/namespaces/${namespace}`;
      await cluster().eventually(
        `${core}/serviceaccounts/default`,
        ({ status }) => status === 200,
      );
    });
    beforeEach(() => {
      name = cluster().unique('web');
    });
    const create = (spec: object) =>
      cluster().expectCreated(`${core}/services`, {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name },
        spec: { selector: { app: name }, ports: [{ port: 80 }], ...spec },
      });
    const slices = () =>
      `/apis/discovery.k8s.io/v1/namespaces/${namespace}/endpointslices?labelSelector=kubernetes.io%2Fservice-name%3D${name}`;

    it('get an address of their own, and keep it', async () => {
      const { spec, status } = await create({});
      expect(spec).toEqual({
        type: 'ClusterIP',
        clusterIP: expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/),
        clusterIPs: [spec.clusterIP],
        ipFamilies: ['IPv4'],
        ipFamilyPolicy: 'SingleStack',
        internalTrafficPolicy: 'Cluster',
        sessionAffinity: 'None',
        selector: { app: name },
        ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }],
      });
      expect(status).toEqual({ loadBalancer: {} });
      const at = `${core}/services/${name}`;
      const { body } = await cluster().put(at, {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name },
        spec: { selector: { app: name }, ports: [{ port: 81 }] },
      });
      expect(body.spec.clusterIP).toBe(spec.clusterIP);
    });

    it('get a port of every node where they ask for it', async () => {
      const { spec } = await create({ type: 'NodePort' });
      expect(spec.ports[0].nodePort).toBeGreaterThanOrEqual(30000);
      expect(spec.ports[0].nodePort).toBeLessThanOrEqual(32767);
      expect(spec.externalTrafficPolicy).toBe('Cluster');
    });

    it('lead to the pods that they select, once these have an address', async () => {
      const service = await create({
        ports: [{ port: 80, targetPort: 'http' }],
      });
      const empty = await cluster().eventually(
        slices(),
        ({ body }) => body.items.length === 1,
      );
      expect(empty.body.items[0]).toMatchObject({
        addressType: 'IPv4',
        endpoints: null,
        ports: null,
        metadata: {
          name: expect.stringMatching(new RegExp(`^${name}-${END}{5}$`)),
          generateName: `${name}-`,
          labels: {
            'endpointslice.kubernetes.io/managed-by':
              'endpointslice-controller.k8s.io',
            'kubernetes.io/service-name': name,
          },
          ownerReferences: [
            { kind: 'Service', name, uid: service.metadata.uid },
          ],
        },
      });
      const one = pod(name, {
        labels: { app: name },
        spec: { nodeName: name },
      });
      await cluster().expectCreated('/api/v1/nodes', {
        apiVersion: 'v1',
        kind: 'Node',
        metadata: { name },
      });
      cluster().deleteAtEnd(`/api/v1/nodes/${name}`);
      const [container] = one.spec.containers;
      const { metadata } = await cluster().expectCreated(`${core}/pods`, {
        ...one,
        spec: {
          ...one.spec,
          containers: [
            { ...container, ports: [{ name: 'http', containerPort: 8080 }] },
          ],
        },
      });
      // What a kubelet says of a pod that runs.
      await cluster().patch(`${core}/pods/${name}/status`, 'merge', {
        status: {
          phase: 'Running',
          podIP: '10.250.1.2',
          podIPs: [{ ip: '10.250.1.2' }],
          conditions: [{ type: 'Ready', status: 'True' }],
        },
      });
      const { body } = await cluster().eventually(
        slices(),
        answer =>
          answer.body.items[0]?.endpoints?.[0]?.conditions.ready === true,
      );
      const [slice] = body.items;
      expect(slice.endpoints[0]).toMatchObject({
        addresses: ['10.250.1.2'],
        conditions: { ready: true, serving: true, terminating: false },
        targetRef: { kind: 'Pod', name, namespace, uid: metadata.uid },
      });
      expect(slice.ports).toEqual([{ name: '', port: 8080, protocol: 'TCP' }]);
      const endpoints = await cluster().eventually(
        `${core}/endpoints/${name}`,
        answer => answer.body.subsets?.length === 1,
      );
      expect(endpoints.body.subsets[0]).toMatchObject({
        addresses: [{ ip: '10.250.1.2', targetRef: { kind: 'Pod', name } }],
        ports: [{ port: 8080, protocol: 'TCP' }],
      });
    });

    it('take what leads to their pods along', async () => {
      await create({});
      await cluster().eventually(
        slices(),
        ({ body }) => body.items.length === 1,
      );
      await cluster().delete(`${core}/services/${name}`);
      await cluster().eventually(
        slices(),
        ({ body }) => body.items.length === 0,
      );
      const { status } = await cluster().eventually(
        `${core}/endpoints/${name}`,
        answer => answer.status !== 200,
      );
      expect(status).toBe(404);
    });

    it('are not needed by an autoscaler, but what it scales is', async () => {
      const list = `/apis/autoscaling/v2/namespaces/${namespace}/horizontalpodautoscalers`;
      await cluster().expectCreated(list, {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name },
        spec: {
          maxReplicas: 3,
          scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
        },
      });
      const { body } = await cluster().eventually(
        `${list}/${name}`,
        answer => answer.body.status?.conditions?.length > 0,
      );
      expect(body.metadata.generation).toBeUndefined();
      expect(body.status.conditions).toMatchObject([
        {
          type: 'AbleToScale',
          status: 'False',
          reason: 'FailedGetScale',
          message: `the HPA controller was unable to get the target's current scale: deployments.apps "${name}" not found`,
        },
      ]);
    });
  },
  { needsControllers: true },
);
