import { configMap } from '../kubernetes/tests/objects';
import { failure } from './answers';
import { describeConformance } from './describeConformance';

const RBAC = 'rbac.authorization.k8s.io';

describeConformance(
  'Tokens and roles',
  cluster => {
    let namespace: string;
    let other: string;
    let where: string;
    let token: string;
    let user: string;
    const tokenFor = (account: string, spec: object = {}) =>
      cluster().expectCreated(`${where}/serviceaccounts/${account}/token`, {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec,
      });

    beforeAll(async () => {
      namespace = await cluster().namespace();
      other = await cluster().namespace();
      where = `/api/v1/namespaces/${namespace}`;
      await cluster().expectCreated(`${where}/serviceaccounts`, {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'reader' },
      });
      user = `system:serviceaccount:${namespace}:reader`;
      const { status } = await tokenFor('reader');
      token = status.token;
      await cluster().expectCreated(`${where}/configmaps`, configMap('a'));
    });

    const as = (path: string, method = 'GET', body?: unknown) =>
      cluster().send(method, path, body, { token });
    const bind = async (rules: object[], at = namespace) => {
      const name = cluster().unique('role');
      const roles = `/apis/${RBAC}/v1/namespaces/${at}`;
      await cluster().expectCreated(`${roles}/roles`, {
        apiVersion: `${RBAC}/v1`,
        kind: 'Role',
        metadata: { name },
        rules,
      });
      await cluster().expectCreated(`${roles}/rolebindings`, {
        apiVersion: `${RBAC}/v1`,
        kind: 'RoleBinding',
        metadata: { name },
        roleRef: { apiGroup: RBAC, kind: 'Role', name },
        subjects: [{ kind: 'ServiceAccount', name: 'reader', namespace }],
      });
      return `${roles}/rolebindings/${name}`;
    };
    /** A real server takes a moment to see a new role. */
    const eventuallyAs = (path: string, wanted: number) =>
      cluster().askAgain(
        `${path} as ${user}`,
        () => as(path),
        ({ status }) => status === wanted,
      );

    it('refuse a token that says nothing', async () => {
      for (const wrong of ['wrong', `${'x'.repeat(20)}.${'y'.repeat(20)}.z`]) {
        const answer = await cluster().send('GET', '/api', undefined, {
          token: wrong,
        });
        expect(failure(answer)).toEqual([401, 'Unauthorized', 'Unauthorized']);
      }
    });

    it('tell a service account who it is', async () => {
      const { status, body } = await as(
        '/apis/authentication.k8s.io/v1/selfsubjectreviews',
        'POST',
        {
          apiVersion: 'authentication.k8s.io/v1',
          kind: 'SelfSubjectReview',
        },
      );
      expect(status).toBe(201);
      expect(body.status.userInfo).toMatchObject({
        username: user,
        groups: [
          'system:serviceaccounts',
          `system:serviceaccounts:${namespace}`,
          'system:authenticated',
        ],
      });
    });

    it('let everybody see what the API offers', async () => {
      for (const path of ['/version', '/api', '/apis', '/apis/apps/v1']) {
        expect((await as(path)).status).toBe(200);
      }
    });

    it('refuse what no role allows, and say what was asked', async () => {
      const listed = await as(`${where}/configmaps`);
      expect(failure(listed)).toEqual([
        403,
        'Forbidden',
        `configmaps is forbidden: User "${user}" cannot list resource "configmaps" in API group "" in the namespace "${namespace}"`,
      ]);
      expect(listed.body.details).toEqual({ kind: 'configmaps' });
      const read = await as(
        `/apis/apps/v1/namespaces/${namespace}/deployments/web/scale`,
      );
      expect(failure(read)[2]).toBe(
        `deployments.apps "web" is forbidden: User "${user}" cannot get resource "deployments/scale" in API group "apps" in the namespace "${namespace}"`,
      );
      expect(read.body.details).toEqual({
        name: 'web',
        group: 'apps',
        kind: 'deployments',
      });
      const everywhere = await as('/api/v1/configmaps?watch=1');
      expect(failure(everywhere)[2]).toBe(
        `configmaps is forbidden: User "${user}" cannot watch resource "configmaps" in API group "" at the cluster scope`,
      );
      const made = await as(`${where}/configmaps`, 'POST', configMap('b'));
      expect(failure(made)[2]).toBe(
        `configmaps is forbidden: User "${user}" cannot create resource "configmaps" in API group "" in the namespace "${namespace}"`,
      );
      const path = await as('/metrics');
      expect(failure(path)).toEqual([
        403,
        'Forbidden',
        `forbidden: User "${user}" cannot get path "/metrics"`,
      ]);
      const collection = await as(`${where}/configmaps`, 'DELETE');
      expect(failure(collection)[2]).toContain('cannot deletecollection');
      const itself = await as(where);
      expect(failure(itself)[2]).toBe(
        `namespaces "${namespace}" is forbidden: User "${user}" cannot get resource "namespaces" in API group "" in the namespace "${namespace}"`,
      );
    });

    it('allow what a role in the namespace allows, there alone, as long as it is bound', async () => {
      const binding = await bind([
        { apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'list'] },
      ]);
      expect((await eventuallyAs(`${where}/configmaps`, 200)).status).toBe(200);
      expect((await as(`${where}/configmaps/a`)).status).toBe(200);
      expect((await as(`${where}/secrets`)).status).toBe(403);
      expect((await as(`${where}/configmaps`, 'POST', {})).status).toBe(403);
      expect((await as(`/api/v1/namespaces/${other}/configmaps`)).status).toBe(
        403,
      );
      await cluster().delete(binding);
      expect((await eventuallyAs(`${where}/configmaps`, 403)).status).toBe(403);
    });

    it('tell the log of a pod, and its eviction, from the pod', async () => {
      const binding = await bind([
        { apiGroups: [''], resources: ['pods'], verbs: ['*'] },
      ]);
      const at = `${where}/pods/none`;
      expect((await eventuallyAs(at, 404)).status).toBe(404);
      const log = await as(`${at}/log`);
      expect(failure(log)[2]).toBe(
        `pods "none" is forbidden: User "${user}" cannot get resource "pods/log" in API group "" in the namespace "${namespace}"`,
      );
      const eviction = await as(`${at}/eviction`, 'POST', {});
      expect(failure(eviction)[2]).toBe(
        `pods "none" is forbidden: User "${user}" cannot create resource "pods/eviction" in API group "" in the namespace "${namespace}"`,
      );
      await cluster().delete(binding);
    });

    it('allow by name alone', async () => {
      const binding = await bind([
        {
          apiGroups: [''],
          resources: ['configmaps'],
          resourceNames: ['a'],
          verbs: ['get'],
        },
      ]);
      expect((await eventuallyAs(`${where}/configmaps/a`, 200)).status).toBe(
        200,
      );
      expect((await as(`${where}/configmaps/b`)).status).toBe(403);
      await cluster().delete(binding);
    });

    it('allow in one namespace what a cluster role says', async () => {
      const bindings = `/apis/${RBAC}/v1/namespaces/${other}/rolebindings`;
      await cluster().expectCreated(bindings, {
        apiVersion: `${RBAC}/v1`,
        kind: 'RoleBinding',
        metadata: { name: 'viewer' },
        roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: 'view' },
        subjects: [{ kind: 'ServiceAccount', name: 'reader', namespace }],
      });
      const at = `/api/v1/namespaces/${other}`;
      expect((await eventuallyAs(`${at}/pods`, 200)).status).toBe(200);
      expect(
        (await as(`/apis/apps/v1/namespaces/${other}/deployments`)).status,
      ).toBe(200);
      expect((await as(`${at}/secrets`)).status).toBe(403);
      expect((await as(`${where}/pods`)).status).toBe(403);
    });

    it('say whether one may', async () => {
      const may = async (resourceAttributes: object) => {
        const { body } = await as(
          '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
          'POST',
          {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SelfSubjectAccessReview',
            spec: { resourceAttributes },
          },
        );
        return body.status.allowed;
      };
      const ask = { namespace, verb: 'create', resource: 'pods' };
      expect(await may(ask)).toBe(false);
      const binding = await bind([
        { apiGroups: [''], resources: ['pods'], verbs: ['*'] },
      ]);
      await eventuallyAs(`${where}/pods`, 200);
      expect(await may(ask)).toBe(true);
      expect(await may({ ...ask, resource: 'nodes' })).toBe(false);
      await cluster().delete(binding);
    });

    it('give tokens for the time that is asked, and not for less than ten minutes', async () => {
      const { spec, status } = await tokenFor('reader', {
        expirationSeconds: 3600,
      });
      expect(spec.expirationSeconds).toBe(3600);
      const left = Date.parse(status.expirationTimestamp) - Date.now();
      expect(left).toBeGreaterThan(3_500_000);
      const answer = await cluster().post(
        `${where}/serviceaccounts/reader/token`,
        {
          apiVersion: 'authentication.k8s.io/v1',
          kind: 'TokenRequest',
          spec: { expirationSeconds: 10 },
        },
      );
      const [code, reason, message] = failure(answer);
      expect([code, reason]).toEqual([422, 'Invalid']);
      expect(message).toContain(
        'may not specify a duration less than 10 minutes',
      );
    });

    it('refuse a token whose service account is gone', async () => {
      await cluster().expectCreated(`${where}/serviceaccounts`, {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'leaver' },
      });
      const { status } = await tokenFor('leaver');
      const leaving = status.token;
      const ask = () =>
        cluster().send('GET', '/version', undefined, { token: leaving });
      expect((await ask()).status).toBe(200);
      await cluster().delete(`${where}/serviceaccounts/leaver`);
      // A real server remembers a token that it has just seen for some seconds.
      const last = await cluster().askAgain(
        'A token of a service account that is gone',
        ask,
        ({ status: code }) => code === 401,
      );
      expect(failure(last)).toEqual([401, 'Unauthorized', 'Unauthorized']);
    });

    it('refuse to change the role of a binding', async () => {
      const binding = await bind([]);
      const answer = await cluster().patch(binding, 'merge', {
        roleRef: { name: 'other' },
      });
      const [status, reason, message] = failure(answer);
      expect([status, reason]).toEqual([422, 'Invalid']);
      expect(message).toContain('cannot change roleRef');
    });
    // A controller gathers the rules of `view`.
  },
  { needsControllers: true },
);
