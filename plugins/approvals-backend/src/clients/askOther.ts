import { ServiceUnavailableError } from '@backstage/errors';

/** Errors that are meant for the person: they pass as they are. */
const FOR_THE_PERSON = [
  'InputError',
  'ConflictError',
  'NotFoundError',
  'NotAllowedError',
];

/** Calls another plugin; a plugin that does not answer, or fails, is said to the person as "try again". */
export async function askOther<T>(
  plugin: string,
  what: string,
  ask: () => Promise<T>,
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (FOR_THE_PERSON.includes((error as Error).name)) throw error;
    throw new ServiceUnavailableError(
      `The plugin '${plugin}' could not ${what}: ${(error as Error).message}. Try again in a moment`,
    );
  }
}
