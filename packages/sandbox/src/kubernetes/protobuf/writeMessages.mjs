// writeMessages.mjs GO_MODULES: writes messages.json, the fields of Kubernetes' messages, from the sources of k8s.io/api
// and k8s.io/apimachinery (Apache License 2.0) in a folder of Go modules, such as ~/go/pkg/mod/k8s.io. To be run when the
// sandbox serves another version of Kubernetes, or another kind:
//
//   node packages/sandbox/src/kubernetes/protobuf/writeMessages.mjs ~/go/pkg/mod/k8s.io
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const VERSION = 'v0.34.4';
const API = `api@${VERSION}`;

/** A short name for each Go package, and where it is. */
const PACKAGES = {
  core: `${API}/core/v1`,
  apps: `${API}/apps/v1`,
  batch: `${API}/batch/v1`,
  autoscaling: `${API}/autoscaling/v2`,
  scale: `${API}/autoscaling/v1`,
  networking: `${API}/networking/v1`,
  policy: `${API}/policy/v1`,
  rbac: `${API}/rbac/v1`,
  storage: `${API}/storage/v1`,
  authentication: `${API}/authentication/v1`,
  authorization: `${API}/authorization/v1`,
  meta: `apimachinery@${VERSION}/pkg/apis/meta/v1`,
};

/** How the sources call packages that they import. */
const IMPORTS = { v1: 'core', corev1: 'core', metav1: 'meta' };

/** What clients send; the messages inside them follow. */
const ROOTS = [
  ...['Namespace', 'Node', 'ResourceQuota', 'LimitRange', 'ConfigMap'],
  ...['Secret', 'Service', 'ServiceAccount', 'Event', 'Pod'],
  ...['PersistentVolume', 'PersistentVolumeClaim', 'Endpoints'],
]
  .map(name => `core.${name}`)
  .concat(
    ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet'].map(
      name => `apps.${name}`,
    ),
    ['batch.Job', 'batch.CronJob', 'policy.PodDisruptionBudget'],
    ['policy.Eviction', 'autoscaling.HorizontalPodAutoscaler', 'scale.Scale'],
    ['scale.HorizontalPodAutoscaler', 'networking.Ingress'],
    ['networking.IngressClass', 'networking.NetworkPolicy'],
    ['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding'].map(
      name => `rbac.${name}`,
    ),
    ['storage.StorageClass', 'authentication.TokenRequest'],
    ['authentication.SelfSubjectReview', 'meta.DeleteOptions'],
    ['authorization.SelfSubjectAccessReview'],
  );

const SPECIAL = {
  'metav1.Time': 'time',
  'metav1.MicroTime': 'time',
  'resource.Quantity': 'quantity',
  'intstr.IntOrString': 'intOrString',
  'runtime.RawExtension': 'json',
  'metav1.FieldsV1': 'json',
  'types.UID': 'string',
  'types.NodeName': 'string',
};
const SCALARS = {
  string: 'string',
  bool: 'bool',
  int: 'int',
  int32: 'int',
  int64: 'int',
  float64: 'float',
};

const modules = process.argv[2];
const structs = new Map();
const aliases = new Map();
for (const [name, folder] of Object.entries(PACKAGES)) {
  const file = path.join(modules, folder, 'types.go');
  const source = readFileSync(file, 'utf8');
  for (const [, type, body] of source.matchAll(
    /^type (\w+) struct \{\n(.*?)^\}/gms,
  )) {
    structs.set(`${name}.${type}`, body);
  }
  for (const [, type, of] of source.matchAll(
    /^type (\w+) ((?:map\[\w+\]|\[\])?[\w.]+)$/gm,
  )) {
    aliases.set(`${name}.${type}`, of);
  }
}

/** The type of a field as the decoder knows it; `from` is the package that says it. */
function typeOf(go, from) {
  if (go.startsWith('*')) return `*${typeOf(go.slice(1), from)}`;
  if (go === '[]byte') return 'bytes';
  if (go.startsWith('[]')) return `[]${typeOf(go.slice(2), from)}`;
  const map = /^map\[[\w.]+\](.*)$/.exec(go);
  if (map) return `map ${typeOf(map[1], from)}`;
  const local = from === 'meta' ? `metav1.${go}` : go;
  const known = SPECIAL[go] ?? SPECIAL[local] ?? SCALARS[go];
  if (known) return known;
  const [name, owner = from] = go.split('.').reverse();
  const full = `${IMPORTS[owner] ?? owner}.${name}`;
  if (structs.has(full)) return full;
  const alias = aliases.get(full);
  if (!alias) throw new Error(`Nothing is known of ${go} in ${from}`);
  return typeOf(alias, full.split('.')[0]);
}

function fieldsOf(message) {
  const [from] = message.split('.');
  const fields = [];
  for (const [, go, tags] of structs
    .get(message)
    .matchAll(/^\t(?:\w+\s+)?([\w.*[\]]+)\s+`([^`]*)`/gm)) {
    const number = /protobuf:"\w+,(\d+),/.exec(tags)?.[1];
    if (!number) continue;
    const [json] = /json:"([^"]*)"/.exec(tags)[1].split(',');
    fields.push([number, json || '-', typeOf(go, from)]);
  }
  return fields;
}

const messages = {};
const queue = [...ROOTS];
for (const message of queue) {
  if (messages[message]) continue;
  const fields = fieldsOf(message);
  messages[message] = fields.map(field => field.join(' ')).join(', ');
  for (const [, , type] of fields) {
    const inner = type.replace(/^(?:\*|\[\]|map )+/, '');
    if (inner.includes('.')) queue.push(inner);
  }
}
const sorted = Object.fromEntries(
  Object.keys(messages)
    .sort()
    .map(name => [name, messages[name]]),
);
writeFileSync(
  new URL('./messages.json', import.meta.url),
  `${JSON.stringify(sorted, null, 2)}\n`,
);
