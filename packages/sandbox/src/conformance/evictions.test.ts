import { pod } from '../kubernetes/tests/objects';
import { failure } from './answers';
import { describeConformance } from './describeConformance';

/** A node that no cluster has: the pods of this suite run nowhere, and only their status says that they do. */
const nodeSelector = { 'conformance.caas.io/node': 'none' };

describeConformance(
  'Evictions and disruption budgets',
  cluster => {
    let namespace: string;
    let pods: string;
    let budgets: string;
    beforeEach(async () => {
      namespace = await cluster().namespace();
      pods = `/api/v1/namespaces/${namespace}/pods`;
      budgets = `/apis/policy/v1/namespaces/${namespace}/poddisruptionbudgets`;
      // Pods need it to be there.
      await cluster().eventually(
        `/api/v1/namespaces/${namespace}/serviceaccounts/default`,
        ({ status }) => status === 200,
      );
    });

    const create = (name: string) =>
      cluster().expectCreated(
        pods,
        pod(name, { labels: { app: 'web' }, spec: { nodeSelector } }),
      );
    const createReady = async (name: string) => {
      await create(name);
      const conditions = [{ type: 'Ready', status: 'True' }];
      const { status } = await cluster().patch(
        `${pods}/${name}/status`,
        'merge',
        { status: { phase: 'Running', conditions } },
      );
      expect(status).toBe(200);
    };
    const budget = (name: string, spec: object) => ({
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name },
      spec: { selector: { matchLabels: { app: 'web' } }, ...spec },
    });
    const counted = (name: string, wanted: Record<string, number>) =>
      cluster().eventually(`${budgets}/${name}`, ({ body }) =>
        Object.entries(wanted).every(
          ([field, value]) => body.status?.[field] === value,
        ),
      );
    const evict = (name: string, more: object = {}) =>
      cluster().post(`${pods}/${name}/eviction`, {
        apiVersion: 'policy/v1',
        kind: 'Eviction',
        metadata: { name, namespace },
        ...more,
      });

    it('say that they have counted nothing yet, and then what they have', async () => {
      await createReady('a');
      const made = await cluster().expectCreated(
        budgets,
        budget('web', { minAvailable: 1 }),
      );
      expect(made.status).toEqual({
        disruptionsAllowed: 0,
        currentHealthy: 0,
        desiredHealthy: 0,
        expectedPods: 0,
      });
      const { body } = await counted('web', { currentHealthy: 1 });
      expect(body.status).toEqual({
        observedGeneration: 1,
        disruptionsAllowed: 0,
        currentHealthy: 1,
        desiredHealthy: 1,
        expectedPods: 1,
        conditions: [
          {
            type: 'DisruptionAllowed',
            status: 'False',
            observedGeneration: 1,
            lastTransitionTime: expect.any(String),
            reason: 'InsufficientPods',
            message: '',
          },
        ],
      });
    });

    it('keep a pod that the budget needs', async () => {
      await createReady('a');
      await cluster().expectCreated(
        budgets,
        budget('web', { minAvailable: 1 }),
      );
      await counted('web', { currentHealthy: 1 });
      for (const more of [{}, { deleteOptions: { dryRun: ['All'] } }]) {
        const answer = await evict('a', more);
        expect(failure(answer)).toEqual([
          429,
          'TooManyRequests',
          "Cannot evict pod as it would violate the pod's disruption budget.",
        ]);
        expect(answer.body.details).toEqual({
          causes: [
            {
              reason: 'DisruptionBudget',
              message:
                'The disruption budget web needs 1 healthy pods and has 1 currently',
            },
          ],
        });
      }
      expect((await cluster().get(`${pods}/a`)).status).toBe(200);
    });

    it('take a pod that the budget can spare, and no second one', async () => {
      await createReady('a');
      await createReady('b');
      await cluster().expectCreated(
        budgets,
        budget('web', { minAvailable: 1 }),
      );
      await counted('web', { disruptionsAllowed: 1 });
      const tried = await evict('a', { deleteOptions: { dryRun: ['All'] } });
      expect(tried.status).toBe(201);
      expect((await cluster().get(`${pods}/a`)).status).toBe(200);
      const { status, body } = await evict('a');
      expect(status).toBe(201);
      expect(body).toEqual({
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Success',
        code: 201,
      });
      expect((await cluster().get(`${pods}/a`)).status).toBe(404);
      expect((await evict('b')).status).toBe(429);
    });

    it('take a pod that does not run yet, whatever the budget says', async () => {
      await create('a');
      await cluster().expectCreated(
        budgets,
        budget('web', { minAvailable: 1 }),
      );
      await counted('web', { expectedPods: 1 });
      expect((await evict('a')).status).toBe(201);
    });

    it('take a pod of which nobody says that it is needed', async () => {
      await createReady('a');
      expect((await evict('a')).status).toBe(201);
      expect(failure(await evict('a'))).toEqual([
        404,
        'NotFound',
        'pods "a" not found',
      ]);
    });

    it('do not know what to do with two budgets', async () => {
      await createReady('a');
      for (const name of ['one', 'two']) {
        await cluster().expectCreated(
          budgets,
          budget(name, { minAvailable: 0 }),
        );
        await counted(name, { expectedPods: 1 });
      }
      expect(failure(await evict('a'))).toEqual([
        500,
        undefined,
        'This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.',
      ]);
    });

    it('take only the pod that is meant', async () => {
      await createReady('a');
      const other = await evict('a', { metadata: { name: 'b', namespace } });
      expect(failure(other)).toEqual([
        400,
        'BadRequest',
        'name in URL does not match name in Eviction object',
      ]);
      const uid = '00000000-0000-0000-0000-000000000000';
      const preconditions = { uid };
      const [status, reason] = failure(
        await evict('a', { deleteOptions: { preconditions } }),
      );
      expect([status, reason]).toEqual([409, 'Conflict']);
      const wrong = await evict('a', { apiVersion: 'v1', kind: 'Pod' });
      expect(failure(wrong)).toEqual([
        400,
        'BadRequest',
        'Pod in version "v1" cannot be handled as a Eviction: converting (v1.Pod) to (policy.Eviction): unknown conversion',
      ]);
      expect((await cluster().get(`${pods}/a`)).status).toBe(200);
    });

    it.each([
      [
        { minAvailable: -1 },
        'spec.minAvailable: Invalid value: -1: must be greater than or equal to 0',
      ],
      [
        { maxUnavailable: '150%' },
        'spec.maxUnavailable: Invalid value: "150%": must not be greater than 100%',
      ],
      [
        { minAvailable: 'half' },
        "spec.minAvailable: Invalid value: \"half\": a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')",
      ],
      [
        { minAvailable: 1, unhealthyPodEvictionPolicy: 'Never' },
        'spec.unhealthyPodEvictionPolicy: Unsupported value: "Never": supported values: "AlwaysAllow", "IfHealthyBudget"',
      ],
    ])('refuse a budget of %j', async (spec, why) => {
      const answer = await cluster().post(budgets, budget('wrong', spec));
      expect(failure(answer)).toEqual([
        422,
        'Invalid',
        `PodDisruptionBudget.policy "wrong" is invalid: ${why}`,
      ]);
    });

    it('refuse a budget that says both how many stay and how many go', async () => {
      const both = { minAvailable: 1, maxUnavailable: 1 };
      const answer = await cluster().post(budgets, budget('wrong', both));
      expect(failure(answer)[2]).toContain(
        'minAvailable and maxUnavailable cannot be both set',
      );
    });
  },
  { needsControllers: true },
);
