import type { DryRun, PolicyOutcome } from '@caas/plugin-approvals-common';
import type { RequestStore } from '../database/RequestStore';
import type { ReplayedRequest } from '../database/operations/listForReplay';
import { dayOf } from '../domain/daysBetween';
import type { ApproverSelector, PolicyDecision } from '../domain/policy';
import { compileRules, type CompiledRules } from '../policies/compileRules';
import { decideBy, factsOf } from '../policies/decideBy';
import type { PolicyBook, PolicyState } from '../policies/PolicyBook';

type Options = { policies: PolicyBook; requests: Pick<RequestStore, 'recent'> };

/** Shows the policy in force, and what another one would have done. It changes nothing: the policy is a file. */
export class PolicyService {
  static create(options: Options): PolicyService {
    return new PolicyService(options);
  }

  private constructor(private readonly options: Options) {}

  inForce(): PolicyState {
    return this.options.policies.inForce();
  }

  /** @throws PolicyError with line and column when the text is not a policy. */
  async dryRun(text: string, limit: number): Promise<DryRun> {
    const edited = compileRules(text, 'policy');
    const { rules } = this.options.policies.inForce();
    const replayed = await this.options.requests.recent(limit);
    const compared = replayed.map(one => ({
      ...one.request,
      before: outcomeOf(rules, one),
      after: outcomeOf(edited, one),
    }));
    return {
      version: edited.version,
      replayed: replayed.length,
      differences: compared
        .filter(({ before, after }) => !isSame(before, after))
        .map(({ id, ...rest }) => ({ requestId: id, ...rest })),
    };
  }
}

function outcomeOf(
  rules: CompiledRules,
  { request, revision }: ReplayedRequest,
): PolicyOutcome {
  const facts = {
    ...factsOf(request, revision.payload, revision.evidence),
    // As it was when it was asked for: a lease of a month is one, however long ago.
    today: dayOf(revision.submittedAt),
  };
  const decision = decideBy(rules, facts);
  return {
    rule: decision.rule,
    isAutomatic: decision.stages.length === 0,
    stages: decision.stages.map(presentStage),
    failure: decision.failure,
  };
}

function presentStage({
  title,
  rule,
  approvers,
}: PolicyDecision['stages'][number]) {
  return { title, rule, approvers: approvers.map(textOf).join(', ') };
}

/** As the file writes it, such as `tenantRole: tenant-admin`. */
function textOf(selector: ApproverSelector): string {
  return Object.entries(selector)
    .map(([name, value]) => `${name}: ${value}`)
    .join(' + ');
}

/** A rule that has another name and gives the same stages changes nothing for the request. */
function isSame(before: PolicyOutcome, after: PolicyOutcome): boolean {
  const essence = ({ isAutomatic, stages }: PolicyOutcome) =>
    JSON.stringify({
      isAutomatic,
      stages: stages.map(({ rule, approvers }) => ({ rule, approvers })),
    });
  return essence(before) === essence(after);
}
