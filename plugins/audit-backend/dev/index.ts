// `yarn start`: the audit plugin alone, with a trail in memory.
//
//   curl -H 'authorization: Bearer mock-user-token' localhost:7007/api/audit/events
//   curl -H 'authorization: Bearer mock-user-token' 'localhost:7007/api/audit/events?outcome=failed&limit=5'
//   curl -H 'authorization: Bearer mock-user-token' localhost:7007/api/audit/openapi.json
import { createDevBackend } from '@caas/backend-testing';
import { auditorServiceFactory } from '@caas/plugin-audit-node';

const backend = createDevBackend();
backend.add(auditorServiceFactory);
backend.add(import('../src'));
backend.start();
