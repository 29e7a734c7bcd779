import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  REQUESTS_CHANNEL,
  type RequestState,
} from '@caas/plugin-approvals-common';
import type { DelegationRecord } from '../domain/delegation';
import { peopleOf, type NotifyData, type RequestFile } from '../domain/request';
import type { Announcer } from './Announcer';

type Options = {
  notifications: NotificationService;
  signals: SignalsService;
  logger: LoggerService;
};

/** What must not wait until somebody happens to look. */
const URGENT: Array<NotifyData['reason']> = ['blocked', 'overdue', 'escalated'];

/** What is over when the next is told takes its place. */
const SCOPES: Partial<Record<NotifyData['reason'], string>> = {
  approved: 'ended',
};

/** Stored once for all readers, so in both languages. */
const TITLES: Record<Exclude<NotifyData['reason'], 'ended'>, string> = {
  decide: '有申请待您审批 / A request waits for your decision',
  remind:
    '有申请即将到期，请审批 / A request waits for you and will be due soon',
  overdue:
    '有申请已到期，请审批 / A request is due and waits for your decision',
  escalated:
    '有申请超期未审批，现由您审批 / A request is overdue, and you may decide it now',
  blocked: '有申请无人可以审批 / Nobody can decide a request',
  comment: '申请有新评论 / A request has a new comment',
  approved: '您的申请已获批准 / Your request was approved',
};

const ENDS: Partial<Record<RequestState, string>> = {
  completed: '您的申请已完成 / Your request is completed',
  failed: '您的申请执行失败 / Your request could not be carried out',
  rejected: '您的申请已被驳回 / Your request was rejected',
  returned: '您的申请被退回修改 / Your request was returned to you',
  expired: '您的申请已过期 / Your request has expired',
  withdrawn: '您的申请已被取消 / Your request was cancelled',
};

/** Backstage's notifications and signals. Only people who take part in a request hear that it changed. */
export class BackstageAnnouncer implements Announcer {
  static create(options: Options): BackstageAnnouncer {
    return new BackstageAnnouncer(options);
  }

  private constructor(private readonly options: Options) {}

  async notify(
    { request, standIns }: RequestFile,
    { recipients: named, reason }: NotifyData,
  ) {
    // Told late, it would take the place of how the request ended.
    if (reason === 'approved' && ENDS[request.state]) return;
    // Whoever stands in for an approver hears what the approver hears.
    const delegates = standIns
      .filter(({ delegator }) => named.includes(delegator))
      .map(({ delegate }) => delegate)
      .filter(delegate => delegate !== request.requester);
    const recipients = [...new Set([...named, ...delegates])];
    if (recipients.length === 0) return;
    await this.options.notifications.send({
      recipients: { type: 'entity', entityRef: recipients },
      payload: {
        title: titleOf(reason, request.state),
        description: `${request.title['zh-CN']} / ${request.title.en}`,
        link: `/requests/${request.id}`,
        severity: URGENT.includes(reason) ? 'high' : 'normal',
        topic: 'requests',
        scope: `approvals:request:${request.id}:${SCOPES[reason] ?? reason}`,
      },
    });
  }

  changed(file: RequestFile) {
    const { signals, logger } = this.options;
    signals
      .publish({
        recipients: { type: 'user', entityRef: peopleOf(file) },
        channel: REQUESTS_CHANNEL,
        message: { id: file.request.id },
      })
      .catch(error =>
        logger.debug('A change of a request could not be signalled', error),
      );
  }

  delegated(delegation: DelegationRecord, by: string) {
    const { notifications, logger } = this.options;
    const { id, delegator, delegate, startsAt, endsAt, reason } = delegation;
    const other = by === delegate ? delegator : delegate;
    notifications
      .send({
        recipients: { type: 'entity', entityRef: [other] },
        payload: {
          title: delegation.revokedAt
            ? `审批代理已撤销：${delegator} → ${delegate} / A delegation was revoked: ${delegator} → ${delegate}`
            : `${delegator} 委托您代为审批 / ${delegator} lets you decide for them`,
          description: `${startsAt} – ${endsAt}: ${reason}`,
          link: '/requests/delegations',
          severity: 'normal',
          topic: 'requests',
          scope: `approvals:delegation:${id}`,
        },
      })
      .catch(error =>
        logger.warn(
          `The delegation '${id}' holds, but '${other}' could not be told`,
          error,
        ),
      );
  }
}

function titleOf(reason: NotifyData['reason'], state: RequestState): string {
  return reason === 'ended'
    ? (ENDS[state] ?? '您的申请有新进展 / Your request changed')
    : TITLES[reason];
}
