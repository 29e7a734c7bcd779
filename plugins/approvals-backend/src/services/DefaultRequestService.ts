import { randomUUID } from 'node:crypto';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { withChinese } from '@caas/contract';
import {
  nextState,
  type RequestPayload,
  type RequestState,
  type Verdict,
} from '@caas/plugin-approvals-common';
import type { KindProviders } from '../clients/KindProviders';
import type { PeopleDirectory } from '../clients/PeopleDirectory';
import { subjectOf } from '../clients/subjectOf';
import type { RequestStore } from '../database/RequestStore';
import type { Clock } from '../domain/Clock';
import { openStage } from '../domain/decide';
import { DEFAULT_ESCALATION, type ApproverSelector } from '../domain/policy';
import { scopeOf, type RequestFile } from '../domain/request';
import { isEscalationDue } from '../domain/watch';
import { assertIsPerson } from './assertIsPerson';
import type { Caller, RequestService } from './RequestService';
import type { RevisionPlanner } from './RevisionPlanner';

type Options = {
  requests: RequestStore;
  planner: RevisionPlanner;
  providers: KindProviders;
  people: PeopleDirectory;
  clock: Clock;
  /** Called with the request after each change: a hint for workers and screens, never relied on. */
  onChange(file: RequestFile): void;
};

export class DefaultRequestService implements RequestService {
  static create(options: Options): DefaultRequestService {
    return new DefaultRequestService(options);
  }

  private constructor(private readonly options: Options) {}

  async preview(
    input: {
      kind: string;
      tenant: string;
      payload: RequestPayload;
      revises?: string;
    },
    caller: Caller,
  ) {
    const { revises, ...ask } = input;
    assertMayAskFor(ask.tenant, caller);
    if (revises) assertIsOwn((await this.get(revises, caller)).request, caller);
    return this.options.planner.preview({
      ...ask,
      requester: caller.person,
      requestId: revises,
    });
  }

  async submit(
    input: {
      kind: string;
      tenant: string;
      payload: RequestPayload;
      purpose: string;
      idempotencyKey?: string;
    },
    caller: Caller,
  ) {
    const { requests, planner, clock } = this.options;
    const { kind, tenant, idempotencyKey } = input;
    assertIsPerson(caller, { 'zh-CN': '提交申请', en: 'make requests' });
    assertMayAskFor(tenant, caller);
    const before =
      idempotencyKey &&
      (await requests.findByKey(caller.person, idempotencyKey));
    if (before) return before;
    const planned = await planner.plan({ ...input, requester: caller.person });
    const id = randomUUID();
    await requests.submit(
      {
        id,
        kind,
        tenant,
        requester: caller.person,
        idempotencyKey,
        ...planned,
      },
      clock.now(),
    );
    const file =
      (await requests.find(id)) ??
      (await requests.findByKey(caller.person, idempotencyKey!));
    return this.changed(file!);
  }

  list(
    query: {
      view: 'to-decide' | 'mine' | 'all';
      state?: RequestState;
      tenant?: string;
      limit: number;
      offset: number;
    },
    { person, access }: Caller,
  ) {
    return this.options.requests.list({
      ...query,
      person,
      filter: access.filter,
    });
  }

  async get(id: string, { access, readable }: Caller) {
    const file = await this.options.requests.find(id);
    // Who may change it may see it, as in `loadForChange`.
    const isSeen =
      file && (access.allows(scopeOf(file)) || readable.allows(scopeOf(file)));
    if (!isSeen) {
      throw withChinese(
        new NotFoundError(`There is no request '${id}'`),
        `没有申请“${id}”`,
      );
    }
    return file;
  }

  async decide(
    input: {
      id: string;
      verdict: Verdict;
      comment: string;
      payloadHash: string;
    },
    caller: Caller,
  ) {
    const { requests, people, clock } = this.options;
    const { id, verdict, comment } = input;
    assertIsPerson(caller, { 'zh-CN': '审批', en: 'decide' });
    if (verdict !== 'approve' && !comment) {
      throw withChinese(
        new InputError(
          'comment: Say why, so that the person who asked knows what to do',
        ),
        'comment: 请填写原因，让申请人知道该怎么做',
      );
    }
    const { request, revision, stages } = await this.get(id, caller);
    const now = clock.now();
    const open = openStage(stages);
    const following = stages.find(({ state }) => state === 'waiting');
    const resolve = (selectors: ApproverSelector[] = []) =>
      people.resolve(selectors, {
        tenant: request.tenant,
        payload: revision.payload,
      });
    const [holders, escalated, nextHolders, platformAdmins] = await Promise.all(
      [
        resolve(open?.selectors),
        open && isEscalationDue(open, now)
          ? resolve(open.escalateTo ?? DEFAULT_ESCALATION)
          : [],
        resolve(following?.selectors),
        following ? people.platformAdmins() : [],
      ],
    );
    await requests.decide({
      ...input,
      ...caller,
      position: open?.position ?? -1,
      holders,
      escalated,
      next: { holders: nextHolders, platformAdmins },
      now,
    });
    return this.reload(id);
  }

  async revise(
    input: { id: string; payload: RequestPayload; purpose: string },
    caller: Caller,
  ) {
    const { requests, planner, clock } = this.options;
    const { id } = input;
    const { request } = await this.get(id, caller);
    assertIsOwn(request, caller);
    const planned = await planner.plan({
      ...input,
      kind: request.kind,
      tenant: request.tenant,
      requester: request.requester,
      requestId: id,
    });
    await requests.revise({ id, ...caller, now: clock.now() }, planned);
    return this.reload(id);
  }

  async withdraw(
    { id, comment }: { id: string; comment: string },
    caller: Caller,
  ) {
    const { requests, clock } = this.options;
    await requests.withdraw({ id, ...caller, now: clock.now() }, comment);
    return this.reload(id);
  }

  async retry(id: string, caller: Caller) {
    const { requests, clock } = this.options;
    await requests.retry({ id, ...caller, now: clock.now() });
    return this.reload(id);
  }

  async cancel(
    { id, comment }: { id: string; comment: string },
    caller: Caller,
  ) {
    const { requests, providers, clock } = this.options;
    assertIsPerson(caller, { 'zh-CN': '取消申请', en: 'cancel requests' });
    const file = await this.get(id, caller);
    const { kind, state, pluginId } = file.request;
    const isPossible = nextState(state, 'cancel') !== undefined;
    // The store decides once more, on the locked row; the owner is not asked for somebody who may not.
    if (isPossible && caller.access.allows(scopeOf(file))) {
      const owner = providers.forPlugin(pluginId);
      const { isSupported } = await owner.cancel(subjectOf(file));
      if (!isSupported && state === 'executing') {
        throw withChinese(
          new ConflictError(
            `What '${kind}' has begun cannot be cancelled. Wait until it is done, or has failed`,
          ),
          `“${kind}”已开始执行，不能取消。请等待其完成或失败`,
        );
      }
    }
    await requests.cancel({ id, ...caller, now: clock.now() }, comment);
    return this.reload(id);
  }

  async comment(
    input: { id: string; comment: string; idempotencyKey: string },
    caller: Caller,
  ) {
    const { requests, clock } = this.options;
    assertIsPerson(caller, { 'zh-CN': '发表评论', en: 'comment' });
    const { id } = input;
    await requests.comment({ id, ...caller, now: clock.now() }, input);
    return this.reload(id);
  }

  async similar(id: string, caller: Caller) {
    const { request } = await this.get(id, caller);
    return this.options.requests.similar(request, caller.readable.filter);
  }

  private async reload(id: string): Promise<RequestFile> {
    return this.changed((await this.options.requests.find(id))!);
  }

  private changed(file: RequestFile): RequestFile {
    this.options.onChange(file);
    return file;
  }
}

/** A tenant that one may not ask for is an unknown tenant. */
function assertMayAskFor(tenant: string, { access }: Caller): void {
  if (!access.allows({ tenant })) {
    throw withChinese(
      new NotFoundError(
        `There is no tenant '${tenant}' for which you may apply. Choose a tenant in which you are a tenant administrator, developer or operator`,
      ),
      `没有您可以为之申请的租户“${tenant}”。请选择您担任租户管理员、开发人员或运维人员的租户`,
    );
  }
}

function assertIsOwn(
  { id, requester }: RequestFile['request'],
  { person }: Caller,
): void {
  if (requester !== person) {
    throw withChinese(
      new NotAllowedError(
        `Only '${requester}' may revise the request '${id}', because they made it`,
      ),
      `只有申请人“${requester}”可以修订该申请`,
    );
  }
}
