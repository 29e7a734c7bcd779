import { pod } from '../kubernetes/tests/objects';
import { failure } from './answers';
import { describeConformance } from './describeConformance';

/** A node that no cluster has: without it, nothing of a pod runs, and nobody has its log. */
const nodeSelector = { 'conformance.caas.io/node': 'none' };

describeConformance(
  'Logs',
  cluster => {
    let pods: string;
    beforeAll(async () => {
      const where = `/api/v1/namespaces/${await cluster().namespace()}`;
      pods = `${where}/pods`;
      // Pods need it to be there.
      await cluster().eventually(
        `${where}/serviceaccounts/default`,
        ({ status }) => status === 200,
      );
      await cluster().expectCreated(
        pods,
        pod('one', { spec: { nodeSelector } }),
      );
      const image = 'registry.example.com/life/policy:1.0.0';
      const containers = ['main', 'side'].map(name => ({ name, image }));
      const initContainers = [{ name: 'init', image }];
      await cluster().expectCreated(
        pods,
        pod('two', { spec: { nodeSelector, containers, initContainers } }),
      );
    });

    const log = (name: string, query = '') =>
      cluster().get(`${pods}/${name}/log${query}`);

    it('of a pod without a node are nothing', async () => {
      for (const query of ['', '?container=main', '?previous=true']) {
        const { status, text } = await log('one', query);
        expect([status, text]).toEqual([204, '']);
      }
    });

    it('of a pod that is not there are not found', async () => {
      expect(failure(await log('none'))).toEqual([
        404,
        'NotFound',
        'pods "none" not found',
      ]);
    });

    it('ask which container is meant when there are several', async () => {
      expect(failure(await log('two'))).toEqual([
        400,
        'BadRequest',
        'a container name must be specified for pod two, choose one of: [init main side]',
      ]);
      expect((await log('two', '?container=init')).status).toBe(204);
    });

    it('refuse a container that the pod does not have', async () => {
      expect(failure(await log('two', '?container=other'))).toEqual([
        400,
        'BadRequest',
        'container other is not valid for pod two',
      ]);
    });

    it.each([
      [
        'tailLines=-1',
        'tailLines: Invalid value: -1: must be greater than or equal to 0',
      ],
      [
        'sinceSeconds=0&limitBytes=0',
        '[limitBytes: Invalid value: 0: must be greater than 0, sinceSeconds: Invalid value: 0: must be greater than 0]',
      ],
      [
        'sinceSeconds=5&sinceTime=2026-01-01T00:00:00Z',
        '[]: Forbidden: at most one of `sinceTime` or `sinceSeconds` may be specified',
      ],
    ])('refuse %s', async (query, why) => {
      expect(failure(await log('one', `?${query}`))).toEqual([
        422,
        'Invalid',
        `PodLogOptions "one" is invalid: ${why}`,
      ]);
    });

    it.each([
      ['tailLines=few', 'strconv.ParseInt: parsing "few": invalid syntax'],
      [
        'sinceTime=yesterday',
        'parsing time "yesterday" as "2006-01-02T15:04:05Z07:00": cannot parse "yesterday" as "2006"',
      ],
    ])('cannot read %s', async (query, why) => {
      expect(failure(await log('one', `?${query}`))).toEqual([
        400,
        'BadRequest',
        why,
      ]);
    });

    it('can only be read', async () => {
      for (const method of ['POST', 'PUT', 'DELETE']) {
        const answer = await cluster().send(method, `${pods}/one/log`, {});
        expect(failure(answer)[0]).toBe(405);
      }
    });
  },
  { needsControllers: true },
);
