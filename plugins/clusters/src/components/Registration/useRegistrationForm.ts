import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  ClusterRegistration,
  ClusterRegistrationInput,
  ConnectionTest,
} from '@caas/plugin-clusters-common';
import { useCommand } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import {
  connectionOf,
  draftOf,
  EMPTY_DRAFT,
  needsToken,
  problemsIn,
  problemsOf,
  type RegistrationDraft,
  type RegistrationProblems,
} from './registrationDraft';

/** A test, and the connection that it was made with. */
type Tested = { connection: string; test: ConnectionTest };

const keyOf = (draft: RegistrationDraft) => JSON.stringify(connectionOf(draft));

/** The form of a cluster: what stands in it, what is wrong with it, what a test found, and how it is saved. */
export function useRegistrationForm(options: {
  registered?: ClusterRegistration;
  onSaved(name: string): void;
}) {
  const { registered, onSaved } = options;
  const api = useApi(clustersApiRef);
  const [draft, setDraft] = useState<RegistrationDraft>(() =>
    registered ? draftOf(registered) : EMPTY_DRAFT,
  );
  const [problems, setProblems] = useState<RegistrationProblems>({});
  const [tested, setTested] = useState<Tested>();
  const testing = useCommand();
  const saving = useCommand();

  const check = (connectionOnly: boolean) => {
    const found = problemsOf(draft, { registered, connectionOnly });
    if (needsToken(draft, registered)) found.token ??= {};
    setProblems(found);
    return Object.keys(found).length === 0;
  };
  const understand = (error: Error) => {
    const { problems: told, rest } = problemsIn(error.message);
    setProblems(told);
    if (rest) throw error;
  };
  const isCurrent = tested?.connection === keyOf(draft);
  const isUnchanged =
    registered !== undefined && keyOf(draft) === keyOf(draftOf(registered));

  return {
    draft,
    problems,
    /** What the last test found, as long as it was of what stands here now. */
    test: isCurrent ? tested.test : undefined,
    canSave: isUnchanged || (isCurrent && tested.test.isUsable),
    testState: testing.state,
    saveState: saving.state,
    change(changes: Partial<RegistrationDraft>) {
      setDraft(before => ({ ...before, ...changes }));
    },
    runTest() {
      if (!check(true)) return;
      testing.run(async () => {
        const connection = connectionOf(draft);
        try {
          const test = registered
            ? await api.registrations.testChange({
                cluster: registered.name,
                ...connection,
              })
            : await api.registrations.test(connection);
          setTested({ connection: keyOf(draft), test });
        } catch (error) {
          understand(error as Error);
        }
      });
    },
    save() {
      if (!check(false)) return;
      saving.run(async () => {
        // Held against the contract a line above.
        const input = draft as ClusterRegistrationInput;
        try {
          const { registration } = registered
            ? await api.registrations.update({
                ...input,
                cluster: registered.name,
                version: registered.version,
              })
            : await api.registrations.register(input);
          onSaved(registration.name);
        } catch (error) {
          understand(error as Error);
        }
      });
    },
  };
}

export type RegistrationForm = ReturnType<typeof useRegistrationForm>;
