import { configMap, pod, quota } from '../kubernetes/tests/objects';
import { failure } from './answers';
import { describeConformance } from './describeConformance';

describeConformance(
  'Quotas and limit ranges',
  cluster => {
    let where: string;
    beforeEach(async () => {
      const namespace = await cluster().namespace();
      where = `/api/v1/namespaces/${namespace}`;
      // Pods need it to be there.
      await cluster().eventually(
        `${where}/serviceaccounts/default`,
        ({ status }) => status === 200,
      );
    });

    const limit = async (name: string, hard: Record<string, string>) => {
      await cluster().expectCreated(
        `${where}/resourcequotas`,
        quota(name, hard),
      );
      await cluster().eventually(
        `${where}/resourcequotas/${name}`,
        ({ body }) => body.status?.used !== undefined,
      );
    };
    const used = async (name: string, wanted: Record<string, string>) => {
      const { body } = await cluster().eventually(
        `${where}/resourcequotas/${name}`,
        answer =>
          Object.entries(wanted).every(
            ([resource, amount]) =>
              answer.body.status?.used?.[resource] === amount,
          ),
      );
      return body.status;
    };

    it('say what is used of what is allowed', async () => {
      await limit('compute', { 'requests.cpu': '1', pods: '3' });
      await cluster().expectCreated(
        `${where}/pods`,
        pod('a', { requests: { cpu: '250m', memory: '64Mi' } }),
      );
      expect(await used('compute', { 'requests.cpu': '250m' })).toEqual({
        hard: { 'requests.cpu': '1', pods: '3' },
        used: { 'requests.cpu': '250m', pods: '1' },
      });
    });

    it('refuse what would be too much, and say how much that is', async () => {
      await limit('compute', { 'requests.cpu': '1', 'requests.memory': '1Gi' });
      await cluster().expectCreated(
        `${where}/pods`,
        pod('a', { requests: { cpu: '600m', memory: '512Mi' } }),
      );
      await used('compute', { 'requests.cpu': '600m' });
      const cpu = await cluster().post(
        `${where}/pods`,
        pod('b', { requests: { cpu: '600m', memory: '1Mi' } }),
      );
      expect(failure(cpu)).toEqual([
        403,
        'Forbidden',
        'pods "b" is forbidden: exceeded quota: compute, requested: requests.cpu=600m, used: requests.cpu=600m, limited: requests.cpu=1',
      ]);
      expect(cpu.body.details).toEqual({ name: 'b', kind: 'pods' });
      const both = await cluster().post(
        `${where}/pods`,
        pod('b', { requests: { cpu: '1', memory: '1Gi' } }),
      );
      expect(failure(both)[2]).toBe(
        'pods "b" is forbidden: exceeded quota: compute, requested: requests.cpu=1,requests.memory=1Gi, used: requests.cpu=600m,requests.memory=512Mi, limited: requests.cpu=1,requests.memory=1Gi',
      );
    });

    it('ask for what they count', async () => {
      await limit('compute', { 'requests.cpu': '1', 'limits.memory': '1Gi' });
      const answer = await cluster().post(`${where}/pods`, pod('a'));
      expect(failure(answer)).toEqual([
        403,
        'Forbidden',
        'pods "a" is forbidden: failed quota: compute: must specify limits.memory for: main; requests.cpu for: main',
      ]);
    });

    it('count objects of any kind', async () => {
      await limit('objects', {
        secrets: '1',
        'count/deployments.apps': '0',
      });
      const secret = (name: string) =>
        cluster().post(`${where}/secrets`, {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name },
        });
      expect((await secret('a')).status).toBe(201);
      await used('objects', { secrets: '1' });
      expect(failure(await secret('b'))[2]).toBe(
        'secrets "b" is forbidden: exceeded quota: objects, requested: secrets=1, used: secrets=1, limited: secrets=1',
      );
    });

    it('give back what is deleted', async () => {
      await limit('objects', { 'count/configmaps': '3' });
      await cluster().eventually(
        `${where}/configmaps/kube-root-ca.crt`,
        ({ status }) => status === 200,
      );
      await cluster().expectCreated(`${where}/configmaps`, configMap('a'));
      await used('objects', { 'count/configmaps': '2' });
      await cluster().delete(`${where}/configmaps/a`);
      expect(await used('objects', { 'count/configmaps': '1' })).toEqual({
        hard: { 'count/configmaps': '3' },
        used: { 'count/configmaps': '1' },
      });
    });

    it('refuse an amount that is none', async () => {
      const negative = await cluster().post(
        `${where}/resourcequotas`,
        quota('negative', { cpu: '-1' }),
      );
      expect(failure(negative)).toEqual([
        422,
        'Invalid',
        'ResourceQuota "negative" is invalid: spec.hard[cpu]: Invalid value: "-1": must be greater than or equal to 0',
      ]);
      const wrong = await cluster().post(
        `${where}/resourcequotas`,
        quota('wrong', { cpu: 'much' }),
      );
      expect(failure(wrong)).toEqual([
        400,
        'BadRequest',
        expect.stringContaining(
          'ResourceQuota in version "v1" cannot be handled as a ResourceQuota: quantities must match the regular expression',
        ),
      ]);
    });

    describe('of containers', () => {
      beforeEach(async () => {
        await cluster().expectCreated(`${where}/limitranges`, {
          apiVersion: 'v1',
          kind: 'LimitRange',
          metadata: { name: 'containers' },
          spec: {
            limits: [
              {
                type: 'Container',
                default: { cpu: '500m' },
                defaultRequest: { cpu: '100m' },
                max: { cpu: '1' },
                min: { cpu: '50m' },
              },
            ],
          },
        });
      });
      type Resources = Record<string, Record<string, string>>;
      const tried = (resources: Resources) => {
        const body = pod('tried');
        const [container] = body.spec.containers;
        return {
          ...body,
          spec: { containers: [{ ...container, resources }] },
        };
      };
      const attempt = (resources: Resources) =>
        cluster().post(`${where}/pods?dryRun=All`, tried(resources));

      /** A real server takes a moment to see a new limit range: until then it fills in nothing. */
      beforeEach(async () => {
        await cluster().askAgain(
          'A pod that leaves its limits open',
          () => attempt({}),
          ({ body }) => body.spec?.containers[0].resources.limits !== undefined,
        );
      });
      it('fill in what a container leaves open', async () => {
        const { body } = await attempt({});
        expect(body.spec.containers[0].resources).toEqual({
          limits: { cpu: '500m' },
          requests: { cpu: '100m' },
        });
      });

      it('refuse what is too much or too little', async () => {
        const much = await attempt({ limits: { cpu: '2' } });
        expect(failure(much)).toEqual([
          403,
          'Forbidden',
          'pods "tried" is forbidden: maximum cpu usage per Container is 1, but limit is 2',
        ]);
        const little = await attempt({ requests: { cpu: '10m' } });
        expect(failure(little)[2]).toBe(
          'pods "tried" is forbidden: minimum cpu usage per Container is 50m, but request is 10m',
        );
      });

      it('refuse to ask for more than the limit', async () => {
        const answer = await attempt({ requests: { cpu: '800m' } });
        expect(failure(answer)).toEqual([
          422,
          'Invalid',
          'Pod "tried" is invalid: spec.containers[0].resources.requests: Invalid value: "800m": must be less than or equal to cpu limit of 500m',
        ]);
      });
    });
  },
  { needsControllers: true },
);
