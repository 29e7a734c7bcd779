import { NotFoundError } from '@backstage/errors';
import { cutToLimit, inOneLine, withChinese } from '@caas/contract';
import type {
  Bilingual,
  EvidenceItem,
  RequestKind,
  RequestPayload,
  RequestPreview,
} from '@caas/plugin-approvals-common';
import type {
  RequestKindProvider,
  RequestKindSubject,
} from '@caas/plugin-approvals-node';
import type { KindProviders } from '../clients/KindProviders';
import type { PeopleDirectory } from '../clients/PeopleDirectory';
import type { KindStore } from '../database/KindStore';
import type { NewRevision } from '../database/operations/insertRevision';
import type { PlannedStage } from '../domain/policy';
import { freezePayload } from '../domain/payloadHash';
import { factsOf } from '../policies/decideBy';
import type { PolicyBook } from '../policies/PolicyBook';

/** What is asked for, and by whom. */
export type Ask = {
  kind: string;
  tenant: string;
  requester: string;
  payload: RequestPayload;
  purpose: string;
  /** Set when a returned request is asked for again. */
  requestId?: string;
};

/** A revision that is ready to be stored. */
export type PlannedRevision = {
  pluginId: string;
  title: Bilingual;
  environment?: string;
  revision: NewRevision;
};

type Options = {
  kinds: KindStore;
  providers: KindProviders;
  policies: PolicyBook;
  people: PeopleDirectory;
};

/**
 * Everything that must be known before a revision is stored: its normal form, its hash, its evidence, its stages and who
 * may decide the first. All of it asks others, so it happens before the transaction.
 */
export class RevisionPlanner {
  static create(options: Options): RevisionPlanner {
    return new RevisionPlanner(options);
  }

  private constructor(private readonly options: Options) {}

  private async check(ask: Omit<Ask, 'purpose'>): Promise<{
    kind: RequestKind;
    provider: Pick<RequestKindProvider, 'evidence'>;
    subject: RequestKindSubject;
    title: Bilingual;
    environment?: string;
  }> {
    const { kinds, providers } = this.options;
    const kind = await kinds.find(ask.kind);
    if (!kind) {
      const known = (await kinds.list()).map(other => other.kind);
      const inEnglish = known.map(name => `'${name}'`).join(', ');
      throw withChinese(
        new NotFoundError(
          `There is no request kind '${ask.kind}'. There is ${inEnglish || 'none yet: try again in a moment'}`,
        ),
        `没有申请类型“${ask.kind}”。${known.length > 0 ? `现有 ${known.join('、')}` : '目前还没有任何申请类型，请稍后重试'}`,
      );
    }
    const provider = providers.forPlugin(kind.pluginId);
    const { kind: name, tenant, requester, requestId } = ask;
    const { payload, title, environment } = await provider.validate({
      kind: name,
      tenant,
      requester,
      requestId,
      payload: ask.payload,
    });
    return {
      kind,
      provider,
      title,
      environment,
      subject: { kind: name, tenant, requester, requestId, payload },
    };
  }

  /** What the request would be, and who would decide it, if it were made now. */
  async preview(ask: Omit<Ask, 'purpose'>): Promise<RequestPreview> {
    const { subject, title, evidence, decision } = await this.weigh(ask);
    const { rule, version, automaticReason } = decision;
    return {
      title,
      payload: subject.payload,
      evidence,
      policy: { rule, version },
      stages: await Promise.all(
        decision.stages.map(async stage => ({
          title: stage.title,
          rule: stage.rule,
          approvers: await this.approversOf(stage, subject),
        })),
      ),
      automaticReason,
    };
  }

  async plan(ask: Ask): Promise<PlannedRevision> {
    const { people } = this.options;
    const { kind, subject, title, environment, evidence, decision } =
      await this.weigh(ask);
    const { canonical, hash } = freezePayload(subject.payload);
    const [first] = decision.stages;
    const reason = decision.automaticReason;
    const [approvers, platformAdmins] = await Promise.all([
      first ? this.approversOf(first, subject) : [],
      first ? people.platformAdmins() : [],
    ]);
    return {
      pluginId: kind.pluginId,
      title,
      environment,
      revision: {
        payload: subject.payload,
        canonicalPayload: canonical,
        payloadHash: hash,
        purpose: ask.purpose,
        evidence,
        policy: { rule: decision.rule, version: decision.version },
        stages: decision.stages,
        expireDays: decision.expireDays,
        automaticReason: reason && inOneLine(reason),
        opening: { approvers, platformAdmins },
      },
    };
  }

  private async weigh(ask: Omit<Ask, 'purpose'>) {
    const checked = await this.check(ask);
    const { provider, subject, environment } = checked;
    const evidence = await provider.evidence(subject);
    const decision = this.options.policies.decide(
      factsOf({ ...ask, environment }, subject.payload, evidence),
    );
    return {
      ...checked,
      decision,
      evidence: decision.failure
        ? {
            ...evidence,
            items: [policyFailure(decision.failure), ...evidence.items],
          }
        : evidence,
    };
  }

  /** Who may decide a stage now: nobody decides their own request. */
  private async approversOf(
    { approvers }: PlannedStage,
    { tenant, payload, requester }: RequestKindSubject,
  ): Promise<string[]> {
    const holders = await this.options.people.resolve(approvers, {
      tenant,
      payload,
    });
    return holders.filter(holder => holder !== requester);
  }
}

/** Approvers should know that the request stands before them because a rule is broken. */
function policyFailure(failure: Bilingual): EvidenceItem {
  return {
    id: 'policy.failure',
    label: { 'zh-CN': '审批策略', en: 'Approval policy' },
    value: cutToLimit({
      'zh-CN': `${failure['zh-CN']}。改由平台管理员审批`,
      en: `${failure.en}. The platform administrators decide instead`,
    }),
    tone: 'warning',
  };
}
