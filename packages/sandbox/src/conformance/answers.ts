import type { Answer } from '../kubernetes/tests/ApiClient';

/** The status, reason and sentence of a failure, once it is sure to be a `Status` that fits its HTTP status. */
export function failure({
  status,
  type,
  text,
  body,
}: Answer): [status: number, reason: string, message: string] {
  if (!type.startsWith('application/json')) {
    throw new Error(`Expected a Status, got ${status} ${type}: ${text}`);
  }
  expect(body).toMatchObject({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    code: status,
  });
  return [status, body.reason, body.message];
}

/** Names of the objects of a list, in its order. */
export const namesOf = ({ body }: Answer): string[] =>
  body.items.map((item: { metadata: { name: string } }) => item.metadata.name);
