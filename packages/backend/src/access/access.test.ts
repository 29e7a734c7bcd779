import { until } from '../__testUtils__/PortalProcess';
import {
  CASES,
  namespacePayload,
  type Case,
  type Target,
  type World,
} from './__testUtils__/cases';
import {
  CALLERS,
  TENANTS,
  type Caller,
  type Tenant,
} from './__testUtils__/callers';
import { ComposedPortal } from './__testUtils__/ComposedPortal';
import { documentedOperations } from './__testUtils__/documentedOperations';
import { expectedStatus, seesRowsOf } from './__testUtils__/expectation';
import {
  callOperation,
  OPERATIONS,
  type OperationName,
} from './__testUtils__/operations';

jest.setTimeout(180_000);

let portal: ComposedPortal;
let world: World;
beforeAll(async () => {
  portal = await ComposedPortal.start();
  world = await prepare();
});
afterAll(() => portal?.stop());

/** A request that waits for its decision in each tenant; a namespace, and so an apply set, in each. */
async function prepare(): Promise<World> {
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
  const life = await prepareTenant('life', freshRequest);
  const property = await prepareTenant('property', freshRequest);
  return {
    requests: { life: life.request, property: property.request },
    applySets: { life: life.applySet, property: property.applySet },
    freshRequest,
  };
}

/** Has a namespace approved and made, and leaves another request waiting. */
async function prepareTenant(
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
  await until('the namespace is on its cluster', 60_000, async () => {
    const { output } = await asAdmin('clusters.namespaces.list');
    return tenantsIn(output).length > 0;
  });
  return {
    applySet: { cluster: applySet.cluster, id: applySet.id },
    request: (await freshRequest(tenant)).id,
  };
}

const callers = Object.keys(CALLERS) as Caller[];
const targets: Target[] = [...TENANTS, 'unknown'];
const names = Object.keys(CASES) as OperationName[];
/** Who has been answered by which operation: the record of what this test has really tried. */
const answered = new Map<OperationName, Set<Caller>>(
  names.map(name => [name, new Set()]),
);

it('has a case for every operation of every contract', () => {
  expect([...names].sort()).toEqual([...OPERATIONS.keys()].sort());
});

describe.each(names)('%s', name => {
  const operation = OPERATIONS.get(name)!;
  const { [name]: given } = CASES;
  // Each case fits its own name; together they are called by a name that is only known when it runs.
  const kase = given as unknown as Case<OperationName>;
  const call = async (caller: Caller, target: Target) =>
    callOperation(portal, caller, name, await kase.input(target, world));

  it.each(callers)('answers %s as promised', async caller => {
    for (const target of targets) {
      const { status, output, message } = await call(caller, target);
      answered.get(name)!.add(caller);
      const isSuccess = status >= 200 && status < 300;
      expect({ target, message, status: isSuccess ? 200 : status }).toEqual({
        target,
        message,
        status: expectedStatus(operation.access, kase, caller, target),
      });
      const shown = isSuccess && kase.about === 'rows' ? tenantsIn(output) : [];
      expect([target, ...new Set(shown)]).toEqual([
        target,
        ...expectedTenants(name, caller, target),
      ]);
    }
  });

  it('answers about what is foreign as about what is unknown', async () => {
    const told = async (target: Target) => {
      const input = await kase.input(target, world);
      const { status, message = '' } = await callOperation(
        portal,
        'developer of property',
        name,
        input,
      );
      const words = Object.values(input as object).filter(
        (word): word is string => typeof word === 'string',
      );
      return {
        status,
        message: words.reduce(
          (text, word) => text.replaceAll(`'${word}'`, '…'),
          message,
        ),
      };
    };
    if (kase.about === 'nothing') return;
    expect(await told('life')).toEqual(await told('unknown'));
  });
});

it('has called everything that docs/access-matrix.md promises, as everybody', () => {
  const tried = [...answered].map(([name, by]) => [name, [...by].sort()]);
  expect(Object.fromEntries(tried)).toEqual(
    Object.fromEntries(
      documentedOperations().map(name => [name, [...callers].sort()]),
    ),
  );
});

/** The tenants whose rows a list must hold, and no others. */
function expectedTenants(name: OperationName, caller: Caller, target: Target) {
  const { access } = OPERATIONS.get(name)!;
  if (CASES[name].about !== 'rows' || access.kind !== 'permission') return [];
  return TENANTS.filter(
    tenant =>
      (name === 'tenancy.tenants.list' || tenant === target) &&
      seesRowsOf(access.permission.name, caller, tenant),
  );
}

/** The tenants that the items of a list belong to. */
function tenantsIn(output: unknown): string[] {
  const { items } = output as {
    items: Array<{ tenant?: string; code?: string }>;
  };
  return items.flatMap(({ tenant, code }) => tenant ?? code ?? []);
}
