import type {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import type { NamespaceRecord } from '../domain/namespace';
import { BackstageLeaseNotifier } from './BackstageLeaseNotifier';
import type { LeaseNews } from './LeaseNotifier';

/** As much of a namespace as is told. */
const CLAIMS = {
  id: 'n1',
  name: 'life-claims-dev',
  tenant: 'life',
  cluster: 'nonprod',
  requester: 'user:default/li-wei',
} as NamespaceRecord;
const UNTIL = new Date('2026-12-31T23:59:59.999Z');
const HOLDER = {
  kind: 'component',
  name: 'component:default/claims',
  reason: {
    'zh-CN': '它依赖该命名空间',
    en: 'It depends on the namespace',
  },
};

async function tell(
  news: LeaseNews,
  { until = UNTIL, admins = ['user:default/wang-fang'] } = {},
) {
  const sent: NotificationSendOptions[] = [];
  const notifications: NotificationService = {
    send: async notification => void sent.push(notification),
  };
  const asked: string[] = [];
  const notifier = BackstageLeaseNotifier.create({
    notifications,
    listTenantAdmins: async tenant => {
      asked.push(tenant);
      return admins;
    },
  });
  await notifier.tell(CLAIMS, until, news);
  expect(asked).toEqual(['life']);
  expect(sent).toHaveLength(1);
  return sent[0];
}

describe('BackstageLeaseNotifier', () => {
  it('tells the requester and the administrators of the tenant, each once', async () => {
    const { recipients } = await tell(
      { kind: 'deleting' },
      { admins: ['user:default/wang-fang', 'user:default/li-wei'] },
    );
    expect(recipients).toEqual({
      type: 'entity',
      entityRef: ['user:default/li-wei', 'user:default/wang-fang'],
    });
  });

  it('reminds in both languages, and leads to the renewal of this namespace', async () => {
    const { payload } = await tell({ kind: 'remind', days: 7 });
    expect(payload.title).toBe(
      '命名空间 life-claims-dev 的租期将于 2026-12-31 到期 / The lease of namespace life-claims-dev ends on 2026-12-31',
    );
    expect(payload.description).toMatch(/还有 7 天.*In 7 days/);
    const link = new URL(payload.link!, 'https://portal.example');
    expect(link.pathname).toBe('/requests/new');
    expect(Object.fromEntries(link.searchParams)).toEqual({
      kind: 'namespace.renew',
      tenant: 'life',
      'payload.namespace': 'n1',
    });
  });

  it.each([
    [{ kind: 'remind', days: 14 }, 'normal'],
    [{ kind: 'remind', days: 1 }, 'high'],
    [{ kind: 'held', holders: [HOLDER] }, 'high'],
    [{ kind: 'stopped', graceUntil: UNTIL }, 'high'],
    [{ kind: 'deleting' }, 'high'],
  ] satisfies Array<[LeaseNews, string]>)(
    'of %j it says how urgent it is',
    async (news, severity) => {
      const { payload } = await tell(news);
      expect(payload).toMatchObject({ severity, topic: 'leases' });
    },
  );

  it('says what holds a namespace, and how much else does', async () => {
    const one = await tell({ kind: 'held', holders: [HOLDER] });
    expect(one.payload.description).toContain(
      'component component:default/claims: It depends on the namespace. Untie it',
    );
    expect(one.payload.description).toContain(
      'component component:default/claims：它依赖该命名空间。请解除依赖',
    );
    const three = await tell({
      kind: 'held',
      holders: [HOLDER, HOLDER, HOLDER],
    });
    expect(three.payload.description).toContain('等 3 项');
    expect(three.payload.description).toContain('and 2 more');
  });

  it('says until when a stopped one can be brought back, and leads to the tenant when it cannot', async () => {
    const stopped = await tell({
      kind: 'stopped',
      graceUntil: new Date('2027-01-08T00:10:00.000Z'),
    });
    expect(stopped.payload.description).toContain('2027-01-08');
    expect(stopped.payload.link).toContain('namespace.renew');
    const { payload } = await tell({ kind: 'deleting' });
    expect(payload.link).toBe('/tenants/life');
  });

  it('gives the same news of the same lease the same scope, and no other', async () => {
    const scopeOf = async (...told: Parameters<typeof tell>) =>
      (await tell(...told)).payload.scope;
    const week = await scopeOf({ kind: 'remind', days: 7 });
    expect(await scopeOf({ kind: 'remind', days: 7 })).toBe(week);
    const others = await Promise.all([
      scopeOf({ kind: 'remind', days: 1 }),
      scopeOf({ kind: 'stopped', graceUntil: UNTIL }),
      scopeOf({ kind: 'deleting' }),
      scopeOf(
        { kind: 'remind', days: 7 },
        { until: new Date('2027-03-31T23:59:59.999Z') },
      ),
    ]);
    expect(new Set([week, ...others]).size).toBe(5);
  });
});
