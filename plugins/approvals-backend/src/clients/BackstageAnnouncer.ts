import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { REQUESTS_CHANNEL } from '@caas/plugin-approvals-common';
import { peopleOf, type NotifyData, type RequestFile } from '../domain/request';
import type { Announcer } from './Announcer';

type Options = {
  notifications: NotificationService;
  signals: SignalsService;
  logger: LoggerService;
};

/** Backstage's notifications and signals. Only people who take part in a request hear that it changed. */
export class BackstageAnnouncer implements Announcer {
  static create(options: Options): BackstageAnnouncer {
    return new BackstageAnnouncer(options);
  }

  private constructor(private readonly options: Options) {}

  async notify({ request }: RequestFile, { recipients, reason }: NotifyData) {
    if (recipients.length === 0) return;
    await this.options.notifications.send({
      recipients: { type: 'entity', entityRef: recipients },
      payload: {
        title: titleOf(reason, request.state),
        description: `${request.title['zh-CN']} / ${request.title.en}`,
        link: `/requests/${request.id}`,
        severity: reason === 'blocked' ? 'high' : 'normal',
        topic: 'requests',
        scope: `approvals:request:${request.id}:${reason}`,
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
}

/** Stored once for all readers, so in both languages. */
function titleOf(reason: NotifyData['reason'], state: string): string {
  if (reason === 'decide')
    return '有申请待您审批 / A request waits for your decision';
  if (reason === 'blocked')
    return '有申请无人可以审批 / Nobody can decide a request';
  const words: Record<string, string> = {
    completed: '您的申请已完成 / Your request is completed',
    failed: '您的申请执行失败 / Your request could not be carried out',
    rejected: '您的申请已被驳回 / Your request was rejected',
    returned: '您的申请被退回修改 / Your request was returned to you',
  };
  return words[state] ?? '您的申请有新进展 / Your request changed';
}
