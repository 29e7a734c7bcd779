import { createHash } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import { withChinese } from '@caas/contract';
import type { Knex } from 'knex';
import { openStage } from '../../domain/decide';
import type { ChangeBy } from '../ChangeBy';
import { addTask } from './addTask';
import { addToTimeline } from './changeState';
import { loadForChange } from './loadForChange';
import { Writes } from './Writes';

/** A page that shows them all stays readable, and the table bounded. */
const COMMENTS_MAX = 200;

/**
 * Adds a comment, for which it is enough to see the request. Its state and version stay: a decision that is being made is
 * not stale because somebody said something. The same key of the same person again is the same comment.
 */
export async function commentOnRequest(
  knex: Knex,
  by: ChangeBy,
  { comment, idempotencyKey }: { comment: string; idempotencyKey: string },
): Promise<void> {
  const { id, person, now } = by;
  const key = createHash('sha256')
    .update([id, person, idempotencyKey].join('\n'))
    .digest('hex')
    .slice(0, 32);
  await knex.transaction(async tx => {
    const { file } = await loadForChange(tx, by);
    const comments = file.timeline.filter(({ event }) => event === 'commented');
    if (comments.some(entry => entry.id === key)) return;
    if (comments.length >= COMMENTS_MAX) {
      throw withChinese(
        new ConflictError(
          `The request '${id}' has ${COMMENTS_MAX} comments already, which is the most. Talk to each other instead`,
        ),
        `该申请已有 ${COMMENTS_MAX} 条评论，达到上限。请直接沟通`,
      );
    }
    const writes = Writes.in(tx);
    addToTimeline(writes, id, {
      id: key,
      event: 'commented',
      by: person,
      comment,
      now,
    });
    const { request, stages } = file;
    const hears = [request.requester, ...(openStage(stages)?.approvers ?? [])];
    addTask(writes, request, {
      type: 'notify',
      suffix: `comment-${key}`,
      data: {
        recipients: hears.filter(other => other !== person),
        reason: 'comment',
      },
      now,
    });
    await writes.send();
  });
}
