import { isRecord, type Json } from '../fields/walk';
import type { Schema } from './schema';

/** One thing that is wrong with an object, as the causes of a 422 name it. */
export type Finding = { reason: string; field: string; message: string };

const typeInvalid = (field: string, why: string): Finding => ({
  reason: 'FieldValueTypeInvalid',
  field,
  message: `Invalid value: ${why}`,
});

const invalidValue = (field: string, value: Json, why: string): Finding => ({
  reason: 'FieldValueInvalid',
  field,
  message: `Invalid value: ${JSON.stringify(value)}: ${why}`,
});

const isScalar = (value: Json) => typeof value !== 'object' || value === null;

/** Holds a value to its schema, in the words of Kubernetes' validation. */
export function validate(value: Json, schema: Schema, field = ''): Finding[] {
  if (value === null && schema.nullable) return [];
  const type = typeOf(value);
  if (!fits(type, schema)) {
    const shown = type === 'object' || type === 'array' ? type : value;
    return [
      typeInvalid(
        field,
        `${JSON.stringify(isScalar(value) ? type : shown)}: ${field} in body must be of type ${schema.type}: ${JSON.stringify(type)}`,
      ),
    ];
  }
  return [
    ...checkEnum(value, schema, field),
    ...checkNumber(value, schema, field),
    ...checkString(value, schema, field),
    ...checkList(value, schema, field),
    ...checkObject(value, schema, field),
  ];
}

function checkEnum(value: Json, schema: Schema, field: string): Finding[] {
  const { enum: allowed } = schema;
  if (!allowed || allowed.some(each => each === value)) return [];
  const list = allowed.map(each => JSON.stringify(each)).join(', ');
  return [
    {
      reason: 'FieldValueNotSupported',
      field,
      message: `Unsupported value: ${JSON.stringify(value)}: supported values: ${list}`,
    },
  ];
}

function checkNumber(value: Json, schema: Schema, field: string): Finding[] {
  if (typeof value !== 'number') return [];
  const { minimum = -Infinity, maximum = Infinity } = schema;
  if (value < minimum) {
    return [
      invalidValue(
        field,
        value,
        `${field} in body should be greater than or equal to ${minimum}`,
      ),
    ];
  }
  if (value > maximum) {
    return [
      invalidValue(
        field,
        value,
        `${field} in body should be less than or equal to ${maximum}`,
      ),
    ];
  }
  return [];
}

function checkString(value: Json, schema: Schema, field: string): Finding[] {
  if (typeof value !== 'string') return [];
  const { minLength = 0, maxLength = Infinity, pattern } = schema;
  if (value.length < minLength) {
    return [
      invalidValue(
        field,
        value,
        `${field} in body should be at least ${minLength} chars long`,
      ),
    ];
  }
  if (value.length > maxLength) {
    return [
      {
        reason: 'FieldValueTooLong',
        field,
        message: `Too long: may not be more than ${maxLength} bytes`,
      },
    ];
  }
  if (pattern && !new RegExp(pattern).test(value)) {
    return [
      invalidValue(field, value, `${field} in body should match '${pattern}'`),
    ];
  }
  return [];
}

function checkList(value: Json, schema: Schema, field: string): Finding[] {
  if (!Array.isArray(value)) return [];
  const { minItems = 0, items } = schema;
  const findings: Finding[] = [];
  if (value.length < minItems) {
    findings.push(
      invalidValue(
        field,
        value.length,
        `${field} in body should have at least ${minItems} items`,
      ),
    );
  }
  if (!items) return findings;
  return [
    ...findings,
    ...value.flatMap((item, index) =>
      validate(item, items, `${field}[${index}]`),
    ),
  ];
}

function checkObject(value: Json, schema: Schema, field: string): Finding[] {
  if (!isRecord(value)) return [];
  const at = (name: string) => (field ? `${field}.${name}` : name);
  const missing = (schema.required ?? [])
    .filter(name => value[name] === undefined)
    .map(name => ({
      reason: 'FieldValueRequired',
      field: at(name),
      message: 'Required value',
    }));
  const children = Object.entries(value).flatMap(([name, child]) => {
    const { additionalProperties } = schema;
    const own =
      schema.properties?.[name] ??
      (typeof additionalProperties === 'object' ? additionalProperties : {});
    return validate(child, own, at(name));
  });
  return [...missing, ...children];
}

function fits(type: string, schema: Schema): boolean {
  if (schema['x-kubernetes-int-or-string']) {
    return type === 'integer' || type === 'string';
  }
  if (!schema.type || schema.type === type) return true;
  return schema.type === 'number' && type === 'integer';
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') {
    return Number.isInteger(value) ? 'integer' : 'number';
  }
  return typeof value;
}
