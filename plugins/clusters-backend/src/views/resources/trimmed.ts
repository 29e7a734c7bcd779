import type { LiveObject } from '../../domain/LiveObject';
import type { Interner } from '../Interner';

/** What a view keeps of an object whose screen shows all that is kept: its place is known, its times are numbers. */
export type Trimmed<Shown extends { namespace: string; name: string }> = Omit<
  Shown,
  'cluster' | 'tenant' | 'createdAt'
> & {
  /** Milliseconds since 1970; 0 when the cluster does not tell. */
  createdAt: number;
};

/** Longer lists in one object are no use on a screen, and a burden in memory. */
const MOST_RULES = 50;

/** The first of a list in an object. */
export function first<T>(list: T[] | undefined): T[] {
  return (list ?? []).slice(0, MOST_RULES);
}

/** A time of the API server in milliseconds since 1970; 0 for none. */
export function milliseconds(time: string | undefined | null): number {
  return Date.parse(time ?? '') || 0;
}

/** What is kept of every object that stands in a namespace. */
export function keepMetadata(
  { name, namespace, creationTimestamp }: LiveObject['metadata'],
  interner: Interner,
) {
  return {
    name: name!,
    namespace: interner.text(namespace!),
    createdAt: milliseconds(creationTimestamp),
  };
}

/** Where a load balancer is reached. */
export function addressesOf(
  ingress: { ip?: string; hostname?: string }[] | undefined,
): string[] {
  return first(ingress).flatMap(({ ip, hostname }) => ip ?? hostname ?? []);
}

type Condition = {
  type: string;
  status: string;
  reason?: string;
  message?: string;
};

/** The condition of this type, if anybody has written it. */
export function conditionOf(
  conditions: Condition[] | undefined,
  type: string,
): Condition | undefined {
  return conditions?.find(condition => condition.type === type);
}

/** The sentence of a condition, or its reason where it has none. */
export function sentenceOf(
  condition: Condition | undefined,
): string | undefined {
  return condition?.message || condition?.reason;
}
