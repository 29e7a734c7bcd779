import type { Holder } from '../domain/lease';
import type { NamespaceRecord } from '../domain/namespace';

/** Finds what would miss a namespace. */
export interface DependantFinder {
  /** @throws when that cannot be found out now: then nothing may be taken away. */
  list(namespace: NamespaceRecord): Promise<Holder[]>;
}
