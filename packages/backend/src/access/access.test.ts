import {
  CASES,
  type Case,
  type Target,
  type World,
} from './__testUtils__/cases';
import {
  callerFacts,
  CALLERS,
  TENANTS,
  type Caller,
} from './__testUtils__/callers';
import type { CustomRole } from '@caas/plugin-tenancy-common';
import { ComposedPortal } from './__testUtils__/ComposedPortal';
import { documentedOperations } from './__testUtils__/documentedOperations';
import { expectedStatus, seesRowsOf } from './__testUtils__/expectation';
import {
  callOperation,
  OPERATIONS,
  type OperationName,
} from './__testUtils__/operations';
import { prepareWorld, tenantsIn } from './__testUtils__/world';

jest.setTimeout(180_000);

let portal: ComposedPortal;
let world: World;
beforeAll(async () => {
  portal = await ComposedPortal.start();
  world = await prepareWorld(portal);
});
afterAll(() => portal?.stop());

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
      if (!isSuccess || kase.about !== 'rows') continue;
      // All of this fits on one page: what is counted is what is shown.
      const { items, totalCount } = output as {
        items: unknown[];
        totalCount: number;
      };
      expect([target, totalCount]).toEqual([target, items.length]);
    }
  });

  it.each(['developer of property', 'tenant admin of property'] as const)(
    'answers %s about what is foreign as about what is unknown, to the byte',
    async caller => {
      const told = async (target: Target) => {
        const input = await kase.input(target, world);
        const { status, body = '' } = await callOperation(
          portal,
          caller,
          name,
          input,
        );
        // But for the words that the caller sent, as either language quotes them.
        const words = Object.values(input as object).filter(
          (word): word is string => typeof word === 'string',
        );
        return {
          status,
          body: words.reduce(
            (text, word) =>
              text.replaceAll(`'${word}'`, '…').replaceAll(`“${word}”`, '…'),
            body,
          ),
        };
      };
      if (kase.about === 'nothing') return;
      expect(await told('life')).toEqual(await told('unknown'));
    },
  );
});

it('has called everything that docs/access-matrix.md promises, as everybody', () => {
  const tried = [...answered].map(([name, by]) => [name, [...by].sort()]);
  expect(Object.fromEntries(tried)).toEqual(
    Object.fromEntries(
      documentedOperations().map(name => [name, [...callers].sort()]),
    ),
  );
});

it('decides by a custom role with the first request after it changes', async () => {
  const holder = 'custom role of life';
  const tenant = 'life';
  const seen = async () => {
    const name = 'tenancy.namespaces.list';
    const { output } = await callOperation(portal, holder, name, { tenant });
    return (output as { totalCount: number }).totalCount;
  };
  const { permissions } = callerFacts(holder).custom!;
  const hold = async (held: typeof permissions) => {
    const admin = 'tenant admin of life';
    const { output } = await callOperation(
      portal,
      admin,
      'tenancy.roles.list',
      {
        tenant,
      },
    );
    const [{ code, version }] = (output as { items: CustomRole[] }).items;
    const { status } = await callOperation(
      portal,
      admin,
      'tenancy.roles.update',
      { tenant, code, version, permissions: held },
    );
    expect(status).toBe(200);
  };
  expect(await seen()).toBe(0);
  await hold([...permissions, 'tenancy.namespace.read']);
  expect(await seen()).toBeGreaterThan(0);
  await hold(permissions);
  expect(await seen()).toBe(0);
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
