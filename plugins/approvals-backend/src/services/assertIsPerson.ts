import { NotAllowedError } from '@backstage/errors';

/** Four eyes are the eyes of people: what a program does, its owner does. */
export function assertIsPerson(
  { person }: { person: string },
  what: string,
): void {
  if (!person.startsWith('user:')) {
    throw new NotAllowedError(
      `Only people ${what}, and '${person}' is not one`,
    );
  }
}
