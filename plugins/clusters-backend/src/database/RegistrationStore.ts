import type {
  RegistrationContent,
  RegistrationRecord,
} from '../domain/registration';

export type RegistrationBy = { actor: string; now: Date };

/** Clusters that people registered. */
export interface RegistrationStore {
  /** All that are registered now, by name. */
  list(): Promise<RegistrationRecord[]>;
  find(name: string): Promise<RegistrationRecord | undefined>;
  /** Registers a cluster, also one that was removed before. @throws ConflictError when one is registered by this name. */
  create(
    content: RegistrationContent,
    by: RegistrationBy,
  ): Promise<RegistrationRecord>;
  /** @throws ConflictError when the version is not the one that is stored. */
  update(
    content: RegistrationContent & { version: number },
    by: RegistrationBy,
  ): Promise<RegistrationRecord>;
  /** Removes it, and forgets its token. @throws ConflictError when the version is not the one that is stored. */
  remove(
    cluster: { name: string; version: number },
    by: RegistrationBy,
  ): Promise<void>;
  /** Replaces a sealed token by the same, sealed with another key, unless it has been changed. It counts as no change. */
  reseal(
    name: string,
    sealed: { before: string; after: string },
  ): Promise<void>;
}
