import { eventIterator } from '@orpc/contract';
import type { z } from 'zod';

/**
 * The output of an operation that goes on telling: server-sent events, one `item` each.
 *
 * @remarks
 * The handler is an async generator. The stream ends when it returns, when the client leaves, and when the backend shuts
 * down; a client that must not miss anything asks again from where it was.
 *
 * @public
 */
export const streamOf = <T extends z.ZodType>(item: T) => eventIterator(item);
