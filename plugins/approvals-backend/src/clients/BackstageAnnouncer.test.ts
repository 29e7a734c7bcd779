import { mockServices } from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { RequestState } from '@caas/plugin-approvals-common';
import type { RequestFile } from '../domain/request';
import { BackstageAnnouncer } from './BackstageAnnouncer';

function file(state: RequestState): RequestFile {
  return {
    request: {
      id: 'r1',
      kind: 'demo.make',
      pluginId: 'demo',
      tenant: 'life',
      title: { 'zh-CN': '创建 a', en: 'Make a' },
      requester: 'user:default/li-wei',
      state,
      version: 1,
      revision: 1,
      createdAt: '2026-11-21T08:00:00.000Z',
      updatedAt: '2026-11-21T08:00:00.000Z',
    },
    revision: {
      revision: 1,
      payload: {},
      payloadHash: 'hash',
      purpose: 'For the tests',
      evidence: { items: [], objects: [] },
      policy: { rule: 'one', version: 'v' },
      expireDays: 30,
      submittedAt: '2026-11-21T08:00:00.000Z',
    },
    stages: [
      {
        position: 0,
        title: { 'zh-CN': '环节', en: 'Stage' },
        rule: { mode: 'any' },
        selectors: [],
        state: 'open',
        approvers: ['user:default/wang-fang'],
        decisions: [],
      },
    ],
    standIns: [],
    timeline: [],
  };
}

function createAnnouncer() {
  const sent: NotificationSendOptions[] = [];
  const published: unknown[] = [];
  const announcer = BackstageAnnouncer.create({
    notifications: { send: async options => void sent.push(options) },
    signals: { publish: async message => void published.push(message) },
    logger: mockServices.logger.mock(),
  });
  return { announcer, sent, published };
}

const delegation = {
  id: 'd1',
  delegator: 'user:default/wang-fang',
  delegate: 'user:default/li-wei',
  startsAt: '2026-11-22T00:00:00.000Z',
  endsAt: '2026-11-29T00:00:00.000Z',
  reason: 'Holiday',
  createdAt: '2026-11-21T08:00:00.000Z',
};

describe('BackstageAnnouncer', () => {
  it('tells approvers what waits for them, with the link', async () => {
    const { announcer, sent } = createAnnouncer();
    await announcer.notify(file('pending'), {
      recipients: ['user:default/wang-fang'],
      reason: 'decide',
    });
    expect(sent).toMatchObject([
      {
        recipients: { type: 'entity', entityRef: ['user:default/wang-fang'] },
        payload: {
          title: expect.stringMatching(/待您审批 .* waits for your decision/),
          description: '创建 a / Make a',
          link: '/requests/r1',
          severity: 'normal',
        },
      },
    ]);
  });

  it('tells the same thing twice as one notification, and another as another', async () => {
    const { announcer, sent } = createAnnouncer();
    const recipients = ['user:default/chen-jing'];
    for (const reason of ['blocked', 'blocked', 'decide'] as const) {
      await announcer.notify(file('pending'), { recipients, reason });
    }
    const [first, second, third] = sent.map(({ payload }) => payload.scope);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
    expect(sent[0].payload.severity).toBe('high');
  });

  it.each([
    ['completed', /已完成/],
    ['failed', /执行失败/],
    ['rejected', /被驳回/],
    ['returned', /被退回/],
  ] as const)('says how a request ended: %s', async (state, title) => {
    const { announcer, sent } = createAnnouncer();
    await announcer.notify(file(state), {
      recipients: ['user:default/li-wei'],
      reason: 'ended',
    });
    expect(sent[0].payload.title).toMatch(title);
  });

  it.each([
    ['decide', /待您审批/, 'normal'],
    ['remind', /即将到期/, 'normal'],
    ['overdue', /已到期/, 'high'],
    ['escalated', /超期未审批，现由您审批/, 'high'],
    ['blocked', /无人可以审批/, 'high'],
    ['comment', /新评论/, 'normal'],
    ['approved', /已获批准 \/ Your request was approved/, 'normal'],
  ] as const)(
    'says in both languages why it tells: %s',
    async (reason, title, severity) => {
      const { announcer, sent } = createAnnouncer();
      const recipients = ['user:default/wang-fang'];
      await announcer.notify(file('pending'), { recipients, reason });
      expect(sent[0].payload).toMatchObject({
        title: expect.stringMatching(title),
        link: '/requests/r1',
        severity,
      });
    },
  );

  it('lets the end take the place of the approval', async () => {
    const { announcer, sent } = createAnnouncer();
    const recipients = ['user:default/li-wei'];
    await announcer.notify(file('executing'), {
      recipients,
      reason: 'approved',
    });
    await announcer.notify(file('completed'), { recipients, reason: 'ended' });
    expect(sent[1].payload.scope).toBe(sent[0].payload.scope);
    await announcer.notify(file('completed'), {
      recipients,
      reason: 'approved',
    });
    expect(sent).toHaveLength(2);
  });

  it('tells the other one of a delegation, with the link to their delegations', async () => {
    const { announcer, sent } = createAnnouncer();
    announcer.delegated(delegation, delegation.delegator);
    const revokedAt = '2026-11-23T00:00:00.000Z';
    announcer.delegated({ ...delegation, revokedAt }, delegation.delegate);
    expect(sent).toMatchObject([
      {
        recipients: { entityRef: ['user:default/li-wei'] },
        payload: {
          title: expect.stringMatching(
            /wang-fang 委托您代为审批 \/ .*wang-fang/,
          ),
          link: '/requests/delegations',
        },
      },
      {
        recipients: { entityRef: ['user:default/wang-fang'] },
        payload: { title: expect.stringMatching(/撤销.*revoked/) },
      },
    ]);
  });

  it('sends nothing to nobody, and lets a failure be tried again', async () => {
    const { announcer, sent } = createAnnouncer();
    await announcer.notify(file('pending'), {
      recipients: [],
      reason: 'decide',
    });
    expect(sent).toEqual([]);

    const away = BackstageAnnouncer.create({
      notifications: {
        send: async () => {
          throw new Error('away');
        },
      },
      signals: {
        publish: async () => {
          throw new Error('away');
        },
      },
      logger: mockServices.logger.mock(),
    });
    await expect(
      away.notify(file('pending'), {
        recipients: ['user:default/li-wei'],
        reason: 'ended',
      }),
    ).rejects.toThrow('away');
    expect(() => away.changed(file('pending'))).not.toThrow();
    expect(() =>
      away.delegated(delegation, 'user:default/wang-fang'),
    ).not.toThrow();
  });

  it('signals the id and nothing else, to those who take part', () => {
    const { announcer, published } = createAnnouncer();
    announcer.changed(file('pending'));
    expect(published).toEqual([
      {
        recipients: {
          type: 'user',
          entityRef: ['user:default/li-wei', 'user:default/wang-fang'],
        },
        channel: 'approvals:requests',
        message: { id: 'r1' },
      },
    ]);
  });
});
