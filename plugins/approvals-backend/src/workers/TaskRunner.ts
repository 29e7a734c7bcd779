import { sentenceOf } from '@caas/contract';
import type { Execution } from '@caas/plugin-approvals-common';
import type { KindProviders } from '../clients/KindProviders';
import type { PeopleDirectory } from '../clients/PeopleDirectory';
import { subjectOf } from '../clients/subjectOf';
import type { Announcer } from '../clients/Announcer';
import type { RequestStore } from '../database/RequestStore';
import type { TaskStore } from '../database/TaskStore';
import type { Clock } from '../domain/Clock';
import { openStage } from '../domain/decide';
import { DEFAULT_ESCALATION } from '../domain/policy';
import { isEscalationDue } from '../domain/watch';
import { freezePayload } from '../domain/payloadHash';
import type { ClaimedTask, NotifyData, RequestFile } from '../domain/request';

/** Asked often at first, and more seldom each time: owners say when they have moved, this is for those who could not. */
const POLL_FIRST_MS = 200;
const POLL_GROWTH = 1.5;
const POLL_MAX_MS = 5000;
/** A failure that passes by itself is tried again after 1, 2, 4, … minutes, about half a day in all. */
const RETRY_FIRST_MS = 60_000;
const RETRY_MAX_MS = 2 * 60 * 60 * 1000;
const RETRIES_MAX = 12;
/**
 * What an owner answers when the same call will be refused again. Anything else, also a "not found" of a plugin that is
 * still starting, passes by itself.
 */
const REFUSALS = ['InputError', 'ConflictError'];

type Options = {
  requests: RequestStore;
  tasks: TaskStore;
  providers: KindProviders;
  people: PeopleDirectory;
  announcer: Announcer;
  clock: Clock;
};

/** Does one task. Throws when it has to be tried again. */
export class TaskRunner {
  static create(options: Options): TaskRunner {
    return new TaskRunner(options);
  }

  private constructor(private readonly options: Options) {}

  async run(task: ClaimedTask): Promise<void> {
    const { requests, tasks, providers, announcer } = this.options;
    const file = await requests.find(task.requestId);
    if (!file)
      throw new Error(
        `The request '${task.requestId}' of the task '${task.id}' is gone`,
      );
    const provider = providers.forPlugin(file.request.pluginId);
    switch (task.type) {
      case 'reserve':
        // A request that has ended since is released by its own task, which may have been faster.
        if (
          file.request.state === 'pending' &&
          file.request.revision === task.revision
        ) {
          await provider.reserve(subjectOf(file));
        }
        await tasks.finish(task);
        return;
      case 'release':
        await provider.release(subjectOf(file));
        await tasks.finish(task);
        return;
      case 'notify':
        await announcer.notify(file, task.data as NotifyData);
        await tasks.finish(task);
        return;
      case 'watch':
        await this.look(task, file);
        return;
      default:
        await this.execute(task, file);
    }
  }

  /** Looks after a request that waits: who may decide it now, who is reminded, whether it expires. */
  private async look(task: ClaimedTask, file: RequestFile): Promise<void> {
    const { tasks, clock, announcer, requests, people } = this.options;
    const now = clock.now();
    const open = openStage(file.stages);
    const subject = {
      tenant: file.request.tenant,
      payload: file.revision.payload,
    };
    const [regular, escalated, platformAdmins] = await Promise.all([
      open ? people.resolve(open.selectors, subject) : [],
      open && isEscalationDue(open, now)
        ? people.resolve(open.escalateTo ?? DEFAULT_ESCALATION, subject)
        : [],
      open ? people.platformAdmins() : [],
    ]);
    const holders = { regular, escalated, platformAdmins };
    const isChanged = await tasks.recordLook(
      task,
      { position: open?.position, holders },
      now,
    );
    if (isChanged) announcer.changed((await requests.find(task.requestId))!);
  }

  private async execute(task: ClaimedTask, file: RequestFile): Promise<void> {
    const { tasks, clock, announcer, requests } = this.options;
    if (!(await tasks.startExecution(task, clock.now()))) return;
    const execution = await this.ask(file);
    const now = clock.now();
    const pause = Math.min(
      POLL_FIRST_MS * POLL_GROWTH ** task.attempts,
      POLL_MAX_MS,
    );
    const retryAt = await this.retryAfter(task, execution, now);
    await tasks.recordExecution(
      task,
      execution,
      {
        runAt: new Date(now.getTime() + pause),
        attempts: task.attempts + 1,
        retryAt,
        // Nobody has to do anything about a failure that the desk tries to get over by itself.
        ended: retryAt
          ? undefined
          : { recipients: [file.request.requester], reason: 'ended' },
      },
      now,
    );
    if (JSON.stringify(execution) !== JSON.stringify(file.execution)) {
      announcer.changed((await requests.find(task.requestId))!);
    }
  }

  /** When a failure is tried again by schedule: only one that its owner calls temporary, and not for ever. */
  private async retryAfter(
    { requestId }: ClaimedTask,
    { state, isTemporary }: Execution,
    now: Date,
  ): Promise<Date | undefined> {
    if (state !== 'failed' || !isTemporary) return undefined;
    const retries = await this.options.tasks.retriesOf(requestId);
    if (retries >= RETRIES_MAX) return undefined;
    const pause = Math.min(RETRY_FIRST_MS * 2 ** retries, RETRY_MAX_MS);
    return new Date(now.getTime() + pause);
  }

  /** What the owner says; an owner that does not answer leaves the request executing, with the reason. */
  private async ask(file: RequestFile): Promise<Execution> {
    const { request, execution } = file;
    if (!isWhatWasApproved(file)) {
      return {
        state: 'failed',
        steps: execution?.steps ?? [],
        message: {
          'zh-CN': `申请“${request.id}”的内容与审批通过的不一致，因此没有执行任何操作。请联系平台管理员排查`,
          en: `The payload of the request '${request.id}' is not the one that was approved: nothing was done. Ask a platform administrator to look into it`,
        },
      };
    }
    const provider = this.options.providers.forPlugin(request.pluginId);
    try {
      return await provider.execute(subjectOf(file));
    } catch (error) {
      const isRefused = REFUSALS.includes((error as Error).name);
      return {
        state: isRefused ? 'failed' : 'working',
        steps: execution?.steps ?? [],
        message: sentenceOf(error),
      };
    }
  }
}

/** The payload, the hash that was frozen with it, and every hash that somebody approved are one and the same. */
function isWhatWasApproved({ revision, stages }: RequestFile): boolean {
  const { hash } = freezePayload(revision.payload);
  const approved = stages.flatMap(stage =>
    stage.decisions.map(({ payloadHash }) => payloadHash),
  );
  return [revision.payloadHash, ...approved].every(other => other === hash);
}
