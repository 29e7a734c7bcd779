import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { Pricing } from '../domain/pricing';

const KEY = 'tenancy.pricing';
const price = z.number().min(0).max(1_000_000);

const pricing = z.strictObject({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'write the three letters of a currency, such as CNY'),
  cpuCore: price,
  memoryGibibyte: price,
  storageGibibyte: price,
});

/** Reads `tenancy.pricing`; nothing there: no request says what it costs. */
export function readPricing(config: Config): Pricing | undefined {
  const raw = config.getOptional(KEY);
  if (raw === undefined) return undefined;
  const result = pricing.safeParse(raw);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0];
  throw new InputError(
    `${[KEY, ...path].join('.')} in app-config.yaml: ${message}`,
  );
}
