import type { ServerResponse } from 'node:http';
import { ApiError } from '../api/ApiError';

export function send(
  response: ServerResponse,
  code: number,
  body: unknown,
  type = 'application/json',
): void {
  if (typeof body === 'string') {
    response.writeHead(code, { 'content-type': 'text/plain' });
    response.end(body);
    return;
  }
  response.writeHead(code, { 'content-type': type });
  response.end(JSON.stringify(body));
}

export function sendError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  send(response, ...statusOf(error));
}

function statusOf(error: unknown): [number, unknown] {
  if (error instanceof ApiError) return [error.code, error.toStatus()];
  const { message, stack } = error as Error;
  process.stderr.write(`The sandbox has a defect: ${stack}\n`);
  const defect = new ApiError(
    500,
    'InternalError',
    `Internal error occurred: ${message}`,
  );
  return [defect.code, defect.toStatus()];
}
