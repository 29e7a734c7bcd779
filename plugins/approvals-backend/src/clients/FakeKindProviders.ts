import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { withChinese } from '@caas/contract';
import type { Evidence, Execution } from '@caas/plugin-approvals-common';
import type {
  RequestKindSubject,
  StoredRequestKindSubject,
} from '@caas/plugin-approvals-node';
import type { KindOwner, KindProviders } from './KindProviders';

/**
 * The domain behind every kind, in memory. It makes things: one for each request that it is asked to execute, however often
 * it is asked.
 */
export class FakeKindProviders implements KindProviders, KindOwner {
  /** Every call, such as `reserve r1`. */
  readonly calls: string[] = [];
  /** What stands, by request. */
  readonly made = new Map<string, { payload: unknown; payloadHash: string }>();
  /** What `reserve` has shown and `release` has not forgotten. */
  readonly reserved = new Map<string, unknown>();
  private readonly released = new Set<string>();
  /** What `execute` answers, one after the other; then `done`. */
  answers: Array<Execution | Error> = [];
  /** Set while the domain does not answer. */
  isDown = false;
  /** Whether what it has begun can be taken back. */
  canCancel = true;
  /** What `cancel` took back. */
  readonly cancelled = new Set<string>();
  evidenceItems: Evidence['items'] = [];

  forPlugin() {
    return this;
  }

  async validate(subject: RequestKindSubject) {
    this.answer('validate', subject);
    const { payload } = subject;
    if (payload.name === '') throw new InputError('name: Choose a name');
    const { environment } = payload;
    return {
      payload,
      title: { 'zh-CN': `创建 ${payload.name}`, en: `Make ${payload.name}` },
      environment: typeof environment === 'string' ? environment : undefined,
    };
  }

  async evidence(subject: RequestKindSubject): Promise<Evidence> {
    this.answer('evidence', subject);
    return { items: this.evidenceItems, objects: [] };
  }

  async reserve(subject: StoredRequestKindSubject) {
    this.answer('reserve', subject);
    const { requestId, payload } = subject;
    if (!this.released.has(requestId)) this.reserved.set(requestId, payload);
  }

  async release(subject: StoredRequestKindSubject) {
    this.answer('release', subject);
    this.released.add(subject.requestId);
    this.reserved.delete(subject.requestId);
  }

  async execute(subject: StoredRequestKindSubject): Promise<Execution> {
    this.answer('execute', subject);
    const { requestId, payload, payloadHash } = subject;
    this.made.set(requestId, { payload, payloadHash });
    this.released.add(requestId);
    this.reserved.delete(requestId);
    const next = this.answers.shift() ?? { state: 'done', steps: [] };
    if (next instanceof Error) throw next;
    return next;
  }

  async cancel(subject: StoredRequestKindSubject) {
    this.answer('cancel', subject);
    if (this.canCancel) {
      this.cancelled.add(subject.requestId);
      this.made.delete(subject.requestId);
    }
    return { isSupported: this.canCancel };
  }

  private answer(operation: string, { requestId }: RequestKindSubject): void {
    this.calls.push(requestId ? `${operation} ${requestId}` : operation);
    if (this.isDown) {
      throw withChinese(
        new ServiceUnavailableError('The plugin does not answer'),
        '插件没有响应',
      );
    }
  }
}
