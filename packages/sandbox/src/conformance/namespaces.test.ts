import { configMap } from '../kubernetes/tests/objects';
import { failure } from './answers';
import { describeConformance } from './describeConformance';

describeConformance(
  'Namespaces',
  cluster => {
    it('begin active, with their name as a label', async () => {
      const name = await cluster().namespace();
      const { body } = await cluster().get(`/api/v1/namespaces/${name}`);
      expect(body).toMatchObject({
        metadata: { labels: { 'kubernetes.io/metadata.name': name } },
        spec: { finalizers: ['kubernetes'] },
        status: { phase: 'Active' },
      });
    });

    it('get a service account and the certificate of the cluster', async () => {
      const name = await cluster().namespace();
      const where = `/api/v1/namespaces/${name}`;
      await cluster().eventually(
        `${where}/serviceaccounts/default`,
        ({ status }) => status === 200,
      );
      const { body } = await cluster().eventually(
        `${where}/configmaps/kube-root-ca.crt`,
        ({ status }) => status === 200,
      );
      expect(body.data['ca.crt']).toMatch(/^-----BEGIN CERTIFICATE-----/);
    });

    it('take their content with them', async () => {
      const name = await cluster().namespace();
      const where = `/api/v1/namespaces/${name}`;
      await cluster().expectCreated(`${where}/configmaps`, {
        ...configMap('held'),
        metadata: { name: 'held', finalizers: ['caas.io/held'] },
      });
      await cluster().expectCreated(`${where}/configmaps`, configMap('free'));
      const { status, body } = await cluster().delete(where);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        kind: 'Namespace',
        metadata: { deletionTimestamp: expect.any(String) },
        status: { phase: 'Terminating' },
      });
      await cluster().eventually(
        `${where}/configmaps/free`,
        answer => answer.status === 404,
      );
      expect((await cluster().get(where)).body.status.phase).toBe(
        'Terminating',
      );
      const late = await cluster().post(
        `${where}/configmaps`,
        configMap('late'),
      );
      expect(failure(late)).toEqual([
        403,
        'Forbidden',
        `configmaps "late" is forbidden: unable to create new content in namespace ${name} because it is being terminated`,
      ]);
      expect(late.body.details.causes).toEqual([
        {
          reason: 'NamespaceTerminating',
          message: `namespace ${name} is being terminated`,
          field: 'metadata.namespace',
        },
      ]);
      await cluster().patch(`${where}/configmaps/held`, 'merge', {
        metadata: { finalizers: null },
      });
      await cluster().eventually(where, answer => answer.status === 404);
    });

    it('that are not there take nothing', async () => {
      const name = cluster().unique();
      const answer = await cluster().post(
        `/api/v1/namespaces/${name}/configmaps`,
        configMap('a'),
      );
      expect(failure(answer)).toEqual([
        404,
        'NotFound',
        `namespaces "${name}" not found`,
      ]);
    });

    it('refuse to be deleted all at once', async () => {
      const answer = await cluster().delete(
        '/api/v1/namespaces?labelSelector=nothing%3Dhas-this',
      );
      expect(failure(answer)).toEqual([
        405,
        'MethodNotAllowed',
        'the server does not allow this method on the requested resource',
      ]);
    });

    it.each(['default', 'kube-system', 'kube-public'])(
      'protect %s from deletion',
      async name => {
        const answer = await cluster().delete(
          `/api/v1/namespaces/${name}?dryRun=All`,
        );
        expect(failure(answer)).toEqual([
          403,
          'Forbidden',
          `namespaces "${name}" is forbidden: this namespace may not be deleted`,
        ]);
      },
    );
  },
  { needsControllers: true },
);
