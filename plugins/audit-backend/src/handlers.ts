import type { ContractBuilder } from '@caas/contract-node';
import type { AuditContract } from '@caas/plugin-audit-common';
import type { AuditEventStore } from './database/AuditEventStore';

/** Implements the audit contract. */
export const createHandlers =
  (store: AuditEventStore) => (os: ContractBuilder<AuditContract>) =>
    os.router({
      events: {
        list: os.events.list.handler(({ input }) => store.list(input)),
      },
    });
