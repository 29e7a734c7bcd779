import {
  changedConnection,
  clusterConnection,
  clusterRegistrationInput,
  registrationChange,
  type ClusterRegistration,
} from '@caas/plugin-clusters-common';

/** What stands in the form: texts as they were typed. */
export type RegistrationDraft = {
  name: string;
  title: string;
  titleEn: string;
  environments: string[];
  region: string;
  url: string;
  ca: string;
  token: string;
};

export type RegistrationField = keyof RegistrationDraft;
/** A field, and what is wrong with it: a message of ours, or a sentence of the server. */
export type RegistrationProblems = Partial<
  Record<RegistrationField, { message?: string }>
>;

export const EMPTY_DRAFT: RegistrationDraft = {
  name: '',
  title: '',
  titleEn: '',
  environments: [],
  region: '',
  url: '',
  ca: '',
  token: '',
};

/** The form of a cluster that is registered; its token stays empty. */
export const draftOf = (
  registered: ClusterRegistration,
): RegistrationDraft => ({
  ...EMPTY_DRAFT,
  ...registered,
});

export const connectionOf = ({ url, ca, token }: RegistrationDraft) => ({
  url,
  ca,
  token,
});

/** What is wrong with the whole form, or with its connection alone, by the rules of the contract. */
export function problemsOf(
  draft: RegistrationDraft,
  options: { registered?: ClusterRegistration; connectionOnly?: boolean },
): RegistrationProblems {
  const { registered, connectionOnly } = options;
  const change = {
    ...draft,
    cluster: draft.name,
    version: registered?.version,
  };
  const whole = registered ? registrationChange : clusterRegistrationInput;
  const connection = registered ? changedConnection : clusterConnection;
  const { error } = (connectionOnly ? connection : whole).safeParse(change);
  const fields = (error?.issues ?? []).map(({ path }) => path[0]);
  return Object.fromEntries(fields.map(field => [field, {}]));
}

/** The stored token is for the address that was stored, and goes to no other. */
export function needsToken(
  draft: RegistrationDraft,
  registered: ClusterRegistration | undefined,
): boolean {
  if (!registered || draft.token) return false;
  return draft.url.trim().replace(/\/$/, '') !== registered.url;
}

/** Sentences of the server that begin with the name of a field, and the rest. */
export function problemsIn(message: string): {
  problems: RegistrationProblems;
  rest?: string;
} {
  const problems: RegistrationProblems = {};
  const rest: string[] = [];
  for (const sentence of message.split('; ')) {
    const [, field, text] =
      /^(name|title|titleEn|environments|region|url|ca|token)(?:\.\d+)?: (.*)$/.exec(
        sentence,
      ) ?? [];
    if (field) problems[field as RegistrationField] = { message: text };
    else rest.push(sentence);
  }
  return { problems, rest: rest.join('; ') || undefined };
}
