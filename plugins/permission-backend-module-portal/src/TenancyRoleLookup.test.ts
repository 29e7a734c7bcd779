import { mockServices } from '@backstage/backend-test-utils';
import type { Memberships } from '@caas/plugin-tenancy-common';
import { NO_ROLES } from './RoleLookup';
import { TenancyRoleLookup } from './TenancyRoleLookup';

const LI_WEI = 'user:default/li-wei';
const developer: Memberships = {
  user: LI_WEI,
  platformRoles: [],
  tenants: [
    {
      code: 'life',
      name: '寿险',
      nameEn: 'Life',
      roles: ['developer'],
      permissions: [],
    },
  ],
};

function setUp(options: {
  getMemberships: (user: string, signal: AbortSignal) => Promise<Memberships>;
  timeoutMilliseconds?: number;
}) {
  const logger = mockServices.logger.mock();
  const getMemberships = jest.fn(options.getMemberships);
  let now = Date.parse('2026-11-21T08:00:00Z');
  const lookup = new TenancyRoleLookup({
    ...options,
    getMemberships,
    logger,
    clock: () => new Date(now),
  });
  return {
    lookup,
    logger,
    getMemberships,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe('TenancyRoleLookup', () => {
  it('asks once for many questions at once, and again after two seconds', async () => {
    const { lookup, getMemberships, pass } = setUp({
      getMemberships: async () => developer,
    });
    const answers = await Promise.all([
      lookup.rolesOf(LI_WEI),
      lookup.rolesOf(LI_WEI),
    ]);
    expect(answers).toEqual([developer, developer]);

    pass(1_999);
    await lookup.rolesOf(LI_WEI);
    expect(getMemberships).toHaveBeenCalledTimes(1);

    pass(1);
    getMemberships.mockResolvedValue({ ...developer, tenants: [] });
    await expect(lookup.rolesOf(LI_WEI)).resolves.toMatchObject({
      tenants: [],
    });
  });

  it('knows of a change at once when it is told to forget', async () => {
    const { lookup, getMemberships } = setUp({
      getMemberships: async () => developer,
    });
    await lookup.rolesOf(LI_WEI);
    getMemberships.mockResolvedValue({ ...developer, tenants: [] });
    lookup.forget();
    await expect(lookup.rolesOf(LI_WEI)).resolves.toMatchObject({
      tenants: [],
    });
  });

  it('never gives one person the roles of another', async () => {
    const { lookup } = setUp({
      getMemberships: async user => ({
        ...developer,
        user,
        tenants: user === LI_WEI ? developer.tenants : [],
      }),
    });
    await lookup.rolesOf(LI_WEI);
    await expect(
      lookup.rolesOf('user:default/zhang-min'),
    ).resolves.toMatchObject({ tenants: [] });
  });

  it('answers no roles and warns when tenancy is down, and recovers', async () => {
    const { lookup, logger, getMemberships, pass } = setUp({
      getMemberships: async () => {
        throw new Error('connect ECONNREFUSED');
      },
    });
    await expect(lookup.rolesOf(LI_WEI)).resolves.toEqual(NO_ROLES);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(`The roles of '${LI_WEI}' are unknown`),
      expect.objectContaining({ message: 'connect ECONNREFUSED' }),
    );

    pass(2_000);
    getMemberships.mockResolvedValue(developer);
    await expect(lookup.rolesOf(LI_WEI)).resolves.toEqual(developer);
  });

  it('gives up on a tenancy that does not answer', async () => {
    const { lookup } = setUp({
      timeoutMilliseconds: 1,
      getMemberships: (_user, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    });
    await expect(lookup.rolesOf(LI_WEI)).resolves.toEqual(NO_ROLES);
  });
});
