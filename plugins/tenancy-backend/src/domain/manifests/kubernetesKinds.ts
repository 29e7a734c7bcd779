import path from 'node:path';
import type { RoleBinding } from 'kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding';
import type { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import type { LimitRange } from 'kubernetes-models/v1/LimitRange';
import type { Namespace } from 'kubernetes-models/v1/Namespace';
import type { ResourceQuota } from 'kubernetes-models/v1/ResourceQuota';

/**
 * The kinds that a namespace is made of, typed and with their schemas.
 *
 * `kubernetes-models` is ESM whose exports know no condition but `import`, and backends are compiled to CommonJS, so
 * a plain import cannot be resolved: neither by Node nor by jest. The files themselves can be required by path (Node
 * 22.12 and later load ESM that way). The real `createRequire` is taken, because jest replaces the importable one.
 * Only the five kinds are loaded: 50 ms, where the whole of `v1` takes 480 ms.
 */
const load = process.getBuiltinModule('node:module').createRequire(__filename);
const root = path.dirname(require.resolve('kubernetes-models/package.json'));
const fileOf = (name: string) => path.join(root, `${name}.js`);

export const kubernetesKinds = {
  ...(load(fileOf('v1/Namespace')) as { Namespace: typeof Namespace }),
  ...(load(fileOf('v1/ResourceQuota')) as {
    ResourceQuota: typeof ResourceQuota;
  }),
  ...(load(fileOf('v1/LimitRange')) as { LimitRange: typeof LimitRange }),
  ...(load(fileOf('networking.k8s.io/v1/NetworkPolicy')) as {
    NetworkPolicy: typeof NetworkPolicy;
  }),
  ...(load(fileOf('rbac.authorization.k8s.io/v1/RoleBinding')) as {
    RoleBinding: typeof RoleBinding;
  }),
};
