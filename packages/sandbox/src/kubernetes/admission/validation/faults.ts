import type { Fault } from '../Fault';

/** What is wrong with a field, in Kubernetes' words. */
export const required = (field: string, why = ''): Fault => ({
  field,
  reason: 'FieldValueRequired',
  message: why ? `Required value: ${why}` : 'Required value',
});

export const wrong = (field: string, value: unknown, why: string): Fault => ({
  field,
  message: `Invalid value: ${JSON.stringify(value ?? null)}: ${why}`,
});

export const refused = (field: string, why: string): Fault => ({
  field,
  reason: 'FieldValueForbidden',
  message: `Forbidden: ${why}`,
});

export const duplicate = (field: string, value: unknown): Fault => ({
  field,
  reason: 'FieldValueDuplicate',
  message: `Duplicate value: ${JSON.stringify(value)}`,
});

export const missing = (field: string, value: unknown): Fault => ({
  field,
  reason: 'FieldValueNotFound',
  message: `Not found: ${JSON.stringify(value)}`,
});

export const unsupported = (
  field: string,
  value: unknown,
  supported: readonly string[],
): Fault => ({
  field,
  reason: 'FieldValueNotSupported',
  message: `Unsupported value: ${JSON.stringify(value ?? null)}: supported values: ${supported.map(each => JSON.stringify(each)).join(', ')}`,
});

/** A value that is given must be one of these. */
export const oneOf = (
  field: string,
  value: unknown,
  supported: readonly string[],
): Fault[] =>
  value === undefined || supported.includes(String(value))
    ? []
    : [unsupported(field, value, supported)];

/** A number that is given must not be negative. */
export const notNegative = (field: string, value: unknown): Fault[] =>
  typeof value === 'number' && value < 0
    ? [wrong(field, value, 'must be greater than or equal to 0')]
    : [];

/** A number of a port. */
export const portNumber = (field: string, value: unknown): Fault[] =>
  typeof value === 'number' && (value < 1 || value > 65535)
    ? [wrong(field, value, 'must be between 1 and 65535, inclusive')]
    : [];
