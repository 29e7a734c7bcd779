import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { isDenied, isNotFound } from './refusals';

describe.each([
  ['isDenied', isDenied, new NotAllowedError('no'), 403],
  ['isNotFound', isNotFound, new NotFoundError('no'), 404],
] as const)('%s', (_, knows, thrown, code) => {
  it('knows the errors of servers and clients', () => {
    expect(knows(thrown)).toBe(true);
    expect(knows({ status: code })).toBe(true);
    expect(knows({ statusCode: code })).toBe(true);
  });

  it('knows no other', () => {
    expect(knows({ status: 400 })).toBe(false);
    expect(knows(new Error('no'))).toBe(false);
    expect(knows(undefined)).toBe(false);
  });
});
