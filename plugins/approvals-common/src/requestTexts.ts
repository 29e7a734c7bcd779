import { says } from '@caas/contract';
import { z } from 'zod';

/** The tenant that a request is for. */
export const tenantCode = z
  .string()
  .trim()
  .min(1, says('Choose a tenant', '请选择租户'))
  .max(63);

/** What a request is for. */
export const purpose = z
  .string()
  .trim()
  .min(
    5,
    says(
      'Say in at least 5 characters what it is for',
      '请用至少 5 个字符说明用途',
    ),
  )
  .max(
    500,
    says(
      'Say in at most 500 characters what it is for',
      '用途说明最多 500 个字符',
    ),
  );

/** What somebody says with a decision, or without one. */
export const comment = z
  .string()
  .trim()
  .max(1000, says('A comment has at most 1000 characters', '最多 1000 个字符'));
