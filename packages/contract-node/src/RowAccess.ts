import { ROW_RULES, type RowScope } from '@caas/contract';
import {
  AuthorizeResult,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionTransformer,
  createPermissionResourceRef,
  createPermissionRule,
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
  type PermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';

/** One condition on rows: the tenants that own them, or people who take part in them. @public */
export type RowCondition = { tenants: string[] } | { people: string[] };

/** Which rows a caller may touch: all, none, or those that meet the criteria. @public */
export type RowFilter = 'all' | 'none' | PermissionCriteria<RowCondition>;

/**
 * Declares a resource type of ours, with the two rules that every row knows.
 *
 * @remarks
 * Register the result with `permissionsRegistry.addResourceType`. `apply` and `toQuery` of a rule say the same
 * thing twice, once for a loaded row and once for SQL; `rowAccess.test.ts` holds them against each other.
 *
 * @public
 */
export function createRowResource<TType extends string>(options: {
  pluginId: string;
  resourceType: TType;
}) {
  const resourceRef = createPermissionResourceRef<
    RowScope,
    RowCondition
  >().with(options);
  const inTenants = createPermissionRule({
    name: ROW_RULES.inTenants,
    description: 'The row belongs to one of these tenants',
    resourceRef,
    paramsSchema: z.object({ tenants: z.array(z.string()) }),
    apply: (row, { tenants }) => meets(row, { tenants }),
    toQuery: ({ tenants }) => ({ tenants }),
  });
  const involves = createPermissionRule({
    name: ROW_RULES.involves,
    description: 'One of these people takes part in the row',
    resourceRef,
    paramsSchema: z.object({ users: z.array(z.string()) }),
    apply: (row, { users }) => meets(row, { people: users }),
    toQuery: ({ users }) => ({ people: users }),
  });
  return { resourceRef, rules: [inTenants, involves] };
}

const { rules: knownRules } = createRowResource({
  pluginId: 'contract',
  resourceType: 'row',
});

const transform = createConditionTransformer<RowCondition>({
  getRuleByName(name: string) {
    const rule = knownRules.find(candidate => candidate.name === name);
    if (!rule) throw new Error(`There is no row rule '${name}'`);
    return rule as PermissionRule<RowScope, RowCondition, string>;
  },
});

/**
 * What a caller may touch under one permission: the policy's answer, asked once per request.
 *
 * @remarks
 * It needs no I/O, so a service can hold it against the row that it just locked, inside the transaction.
 *
 * @public
 */
export class RowAccess {
  /** Everything: for work that the system does by itself. */
  static readonly all = new RowAccess('all');

  private constructor(
    readonly filter: RowFilter,
    private readonly onRow?: (row: RowScope) => void,
  ) {}

  static fromDecision(decision: PolicyDecision): RowAccess {
    if (decision.result === AuthorizeResult.CONDITIONAL) {
      return new RowAccess(transform(decision.conditions));
    }
    return new RowAccess(
      decision.result === AuthorizeResult.ALLOW ? 'all' : 'none',
    );
  }

  /** The same access, for somebody who wants to know about which rows it is asked. */
  heardBy(onRow: (row: RowScope) => void): RowAccess {
    return new RowAccess(this.filter, onRow);
  }

  /** Whether the caller may touch this row. */
  allows(row: RowScope): boolean {
    this.onRow?.(row);
    if (this.filter === 'all' || this.filter === 'none') {
      return this.filter === 'all';
    }
    return evaluate(this.filter, row);
  }
}

function evaluate(
  criteria: PermissionCriteria<RowCondition>,
  row: RowScope,
): boolean {
  if (isAndCriteria(criteria)) {
    return criteria.allOf.every(part => evaluate(part, row));
  }
  if (isOrCriteria(criteria)) {
    return criteria.anyOf.some(part => evaluate(part, row));
  }
  if (isNotCriteria(criteria)) return !evaluate(criteria.not, row);
  return meets(row, criteria);
}

function meets(row: RowScope, condition: RowCondition): boolean {
  if ('tenants' in condition) {
    return row.tenant !== undefined && condition.tenants.includes(row.tenant);
  }
  return (row.people ?? []).some(person => condition.people.includes(person));
}
