import { createBesidePods, LISTS_BESIDE_PODS } from './besidePods';
import { until } from '@caas/backend-testing/processes';
import { ClusterAdmin } from '@caas/sandbox';
import { callerFacts, TENANTS, type Tenant } from './callers';
import { namespacePayload, type World } from './cases';
import type { ComposedPortal } from './ComposedPortal';
import { callOperation } from './operations';
import { CUSTOM_ROLE } from './organisationCases';

/** In each tenant a request that waits for its decision, and a namespace, with its apply set and with something in it. */
export async function prepareWorld(portal: ComposedPortal): Promise<World> {
  let count = 0;
  const freshRequest = async (tenant: Tenant) => {
    count += 1;
    const { output, message } = await callOperation(
      portal,
      `developer of ${tenant}`,
      'approvals.requests.submit',
      {
        kind: 'namespace.create',
        tenant,
        payload: namespacePayload(`access-${count}`),
        purpose: 'To see who may see it',
      },
    );
    if (!output) throw new Error(message);
    return output as { id: string; payloadHash: string };
  };
  await prepareCustomRoles(portal);
  const life = await prepareTenant(portal, 'life', freshRequest);
  const property = await prepareTenant(portal, 'property', freshRequest);
  return {
    requests: { life: life.request, property: property.request },
    applySets: { life: life.applySet, property: property.applySet },
    namespaces: { life: life.namespace, property: property.namespace },
    pods: { life: life.pod, property: property.pod },
    freshRequest,
  };
}

/** A custom role in each tenant, and somebody who has that of life and nothing else. */
async function prepareCustomRoles(portal: ComposedPortal): Promise<void> {
  const { ref, custom } = callerFacts('custom role of life');
  for (const tenant of TENANTS) {
    const admin = `tenant admin of ${tenant}` as const;
    const made = await callOperation(portal, admin, 'tenancy.roles.create', {
      tenant,
      code: CUSTOM_ROLE,
      name: '角色',
      nameEn: 'Role',
      permissions: custom!.permissions,
    });
    if (!made.output) throw new Error(made.message);
  }
  const given = await callOperation(
    portal,
    'tenant admin of life',
    'tenancy.members.add',
    { code: custom!.code, user: ref!, customRole: CUSTOM_ROLE },
  );
  if (!given.output) throw new Error(given.message);
}

/** Has a namespace approved and made, and leaves another request waiting. */
async function prepareTenant(
  portal: ComposedPortal,
  tenant: Tenant,
  freshRequest: World['freshRequest'],
) {
  const asAdmin = (
    name: 'clusters.applySets.list' | 'clusters.namespaces.list',
  ) => callOperation(portal, 'platform admin', name, { tenant });
  const { id, payloadHash } = await until('it can be asked', 60_000, () =>
    freshRequest(tenant).catch(() => undefined),
  );
  await callOperation(
    portal,
    `tenant admin of ${tenant}`,
    'approvals.requests.decide',
    { id, payloadHash, verdict: 'approve' },
  );
  const applySet = await until('it is carried out', 60_000, async () => {
    const { output } = await asAdmin('clusters.applySets.list');
    return (output as { items: World['applySets'][Tenant][] }).items[0];
  });
  const namespace = await until('it is on its cluster', 60_000, async () => {
    const { output } = await asAdmin('clusters.namespaces.list');
    return (output as { items: Array<{ name: string }> }).items[0]?.name;
  });
  await runSomethingIn(portal, namespace);
  await until('its pods, workloads and events are seen', 60_000, async () => {
    const lists = await Promise.all(
      (
        [
          'clusters.workloads.list',
          'clusters.pods.list',
          'clusters.events.list',
          ...LISTS_BESIDE_PODS,
        ] as const
      ).map(name => callOperation(portal, 'platform admin', name, { tenant })),
    );
    return lists.every(
      ({ output }) => (output as { items: unknown[] }).items.length > 0,
    );
  });
  const pod = await until('a pod runs', 60_000, async () => {
    const { output } = await callOperation(
      portal,
      'platform admin',
      'clusters.pods.list',
      { tenant },
    );
    const { items } = output as {
      items: Array<{ name: string; state: string }>;
    };
    return items.find(({ state }) => state === 'Running')?.name;
  });
  return {
    namespace,
    pod,
    applySet: { cluster: applySet.cluster, id: applySet.id },
    request: (await freshRequest(tenant)).id,
  };
}

/** A workload, whose pods follow, and something that happened to it. */
async function runSomethingIn(
  { sandbox }: ComposedPortal,
  namespace: string,
): Promise<void> {
  const admin = new ClusterAdmin(sandbox.clusters.nonprod);
  const labels = { app: 'claims' };
  await admin.create({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'claims', namespace, labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            {
              name: 'claims',
              image: 'harbor.local/life/claims:1.0.0',
              resources: {
                requests: { cpu: '10m', memory: '16Mi' },
                limits: { cpu: '10m', memory: '16Mi' },
              },
            },
          ],
        },
      },
    },
  });
  await createBesidePods(admin, namespace);
  await admin.create({
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: 'claims.1', namespace },
    type: 'Normal',
    reason: 'ScalingReplicaSet',
    message: 'Scaled up',
    involvedObject: { kind: 'Deployment', name: 'claims', namespace },
  });
}

/** The tenants that the items of a list belong to. */
export function tenantsIn(output: unknown): string[] {
  const { items } = output as {
    items: Array<{ tenant?: string; code?: string }>;
  };
  return items.flatMap(({ tenant, code }) => tenant ?? code ?? []);
}
