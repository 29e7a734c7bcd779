import { says } from '@caas/contract';
import { z } from 'zod';

/** Id of a namespace that a request is about. */
export const namespaceId = z
  .string(says('Choose a namespace', '请选择命名空间'))
  .trim()
  .min(1, says('Choose a namespace', '请选择命名空间'))
  .max(64);
