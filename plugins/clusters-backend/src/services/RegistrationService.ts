import type {
  ChangedConnection,
  RegistrationChange,
  ClusterRegistration,
  ClusterRegistrationInput,
  RegistrationRemoval,
  ConnectionTest,
} from '@caas/plugin-clusters-common';
import type { Connection } from '../clients/ConnectionTester';

/** What was saved, and what the test before it found. */
export type SavedRegistration = {
  registration: ClusterRegistration;
  test: ConnectionTest;
};

/** What people do with clusters that are registered in the portal. No answer holds a token. */
export interface RegistrationService {
  /** Saves nothing. */
  test(connection: Connection): Promise<ConnectionTest>;
  /** @throws ConflictError when the name is taken, InputError when the connection cannot be used; then nothing is saved. */
  register(
    input: ClusterRegistrationInput,
    actor: string,
  ): Promise<SavedRegistration>;
  /** @throws NotFoundError when no cluster is registered by this name, as all that follow. */
  get(cluster: string): Promise<ClusterRegistration>;
  testChange(change: ChangedConnection): Promise<ConnectionTest>;
  update(change: RegistrationChange, actor: string): Promise<SavedRegistration>;
  /** Answers how many apply sets were left. @throws ConflictError when there are some, and nobody said to leave them. */
  remove(removal: RegistrationRemoval, actor: string): Promise<number>;
}
