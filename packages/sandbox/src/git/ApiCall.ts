import type { IncomingMessage } from 'node:http';
import type { Repositories } from './Repositories';

/** What every answer of the API needs. */
export type ApiCall = {
  method: string;
  /** The path behind `/api/v1/`. */
  parts: readonly string[];
  query: URLSearchParams;
  user: string | undefined;
  request: IncomingMessage;
  repositories: Repositories;
  baseUrl: string;
};
