/**
 * What the permission rules need to know about a row, whatever its domain.
 *
 * @public
 */
export type RowScope = {
  /** Code of the tenant that owns the row; undefined for rows of the platform. */
  tenant?: string;
  /** Entity refs of the people who take part in the row by name, such as a requester or an approver. */
  people?: string[];
};

/**
 * The two permission rules that every row of ours knows. Their parameters are `tenants` and `users`.
 *
 * @public
 */
export const ROW_RULES = {
  inTenants: 'IN_TENANTS',
  involves: 'INVOLVES',
} as const;
