import { z } from 'zod';

/** Id of a namespace that a request is about. */
export const namespaceId = z
  .string('Choose a namespace')
  .trim()
  .min(1, 'Choose a namespace')
  .max(64);
