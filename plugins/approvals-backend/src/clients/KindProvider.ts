import type {
  Bilingual,
  Evidence,
  Execution,
  RequestPayload,
} from '@caas/plugin-approvals-common';

/** A request as its kind's owner is told. */
export type Subject = {
  kind: string;
  tenant: string;
  requester: string;
  payload: RequestPayload;
  purpose?: string;
  requestId?: string;
};

export type StoredSubject = Subject & {
  requestId: string;
  payloadHash: string;
};

/** The domain that owns a request kind. */
export interface KindProvider {
  validate(
    subject: Subject,
  ): Promise<{
    payload: RequestPayload;
    title: Bilingual;
    environment?: string;
  }>;
  evidence(subject: Subject): Promise<Evidence>;
  reserve(subject: StoredSubject): Promise<void>;
  release(subject: StoredSubject): Promise<void>;
  execute(subject: StoredSubject): Promise<Execution>;
}

/** Finds the owner of a kind by its plugin. */
export type KindProviders = { forPlugin(pluginId: string): KindProvider };
