import { randomUUID } from 'node:crypto';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type {
  RequestPayload,
  RequestState,
  Verdict,
} from '@caas/plugin-approvals-common';
import type { PeopleDirectory } from '../clients/PeopleDirectory';
import type { RequestStore } from '../database/RequestStore';
import type { Clock } from '../domain/Clock';
import { openStage } from '../domain/decide';
import { scopeOf, type RequestFile } from '../domain/request';
import type { Caller, RequestService } from './RequestService';
import type { RevisionPlanner } from './RevisionPlanner';

type Options = {
  requests: RequestStore;
  planner: RevisionPlanner;
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
    input: { kind: string; tenant: string; payload: RequestPayload },
    caller: Caller,
  ) {
    assertMayAskFor(input.tenant, caller);
    const { provider, subject } = await this.options.planner.check({
      ...input,
      requester: caller.person,
    });
    return provider.evidence(subject);
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
    assertIsPerson(caller, 'make requests');
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

  async get(id: string, { readable }: Pick<Caller, 'readable'>) {
    const file = await this.options.requests.find(id);
    if (!file || !readable.allows(scopeOf(file))) {
      throw new NotFoundError(`There is no request '${id}'`);
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
    assertIsPerson(caller, 'decide');
    if (verdict !== 'approve' && !comment) {
      throw new InputError(
        'comment: Say why, so that the person who asked knows what to do',
      );
    }
    const { request, stages } = await this.get(id, caller);
    const open = openStage(stages);
    const following = stages.find(({ state }) => state === 'waiting');
    const resolve = (stage = open) =>
      stage ? people.resolve(stage.selectors, request.tenant) : [];
    await requests.decide({
      ...input,
      ...caller,
      position: open?.position ?? -1,
      holders: await resolve(),
      next: {
        holders: following ? await resolve(following) : [],
        platformAdmins: following ? await people.platformAdmins() : [],
      },
      now: clock.now(),
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
    if (request.requester !== caller.person) {
      throw new NotAllowedError(
        `Only '${request.requester}' may revise the request '${id}', because they made it`,
      );
    }
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
    throw new NotFoundError(
      `There is no tenant '${tenant}' for which you may apply. Choose a tenant in which you are a tenant administrator, developer or operator`,
    );
  }
}

/** Four eyes are the eyes of people: what a program does, its owner does. */
function assertIsPerson({ person }: Caller, what: string): void {
  if (!person.startsWith('user:')) {
    throw new NotAllowedError(
      `Only people ${what}, and '${person}' is not one`,
    );
  }
}
