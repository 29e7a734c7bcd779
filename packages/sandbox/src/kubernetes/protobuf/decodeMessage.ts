import { timestamp } from '../storage/timestamp';
import messages from './messages.json';
import { readFields, type WireField } from './WireReader';

type Decoded = Record<string, unknown>;
type Field = { name: string; type: string };

const MESSAGES: Readonly<Record<string, string>> = messages;
const known = new Map<string, Map<number, Field>>();

const bytesOf = (wire: WireField): Buffer =>
  'bytes' in wire ? wire.bytes : Buffer.alloc(0);

const numberOf = (wire: WireField): number =>
  'value' in wire ? Number(wire.value) : 0;

export const isMessage = (name: string): boolean => name in MESSAGES;

/** A message as the object that JSON would have carried; what is not known of is left out. */
export function decodeMessage(name: string, bytes: Buffer): Decoded {
  const fields = fieldsOf(name);
  const decoded: Decoded = {};
  for (const wire of readFields(bytes)) {
    const field = fields.get(wire.number);
    if (field) put(decoded, field, wire);
  }
  return decoded;
}

function fieldsOf(name: string): Map<number, Field> {
  const before = known.get(name);
  if (before) return before;
  const fields = new Map(
    MESSAGES[name].split(', ').map(text => {
      const [number, json, ...type] = text.split(' ');
      return [Number(number), { name: json, type: type.join(' ') }] as const;
    }),
  );
  known.set(name, fields);
  return fields;
}

function put(decoded: Decoded, { name, type }: Field, wire: WireField): void {
  if (type.startsWith('[]')) {
    const list = (decoded[name] ??= []) as unknown[];
    list.push(valueOf(type.slice(2), wire));
  } else if (type.startsWith('map ')) {
    const [key, value] = entryOf(type.slice(4), wire);
    decoded[name] = { ...(decoded[name] as object), [key]: value };
  } else if (type.startsWith('*')) {
    decoded[name] = valueOf(type.slice(1), wire);
  } else {
    const value = valueOf(type, wire);
    if (name === '-') Object.assign(decoded, value);
    // What is no pointer is always sent; JSON leaves out what says nothing.
    else if (value) decoded[name] = value;
  }
}

/** Entries of a map are messages of their own: a key, and a value. */
function entryOf(type: string, wire: WireField): [string, unknown] {
  let key = '';
  let value: unknown = type === 'string' || type === 'bytes' ? '' : undefined;
  for (const part of readFields(bytesOf(wire))) {
    if (part.number === 1) key = bytesOf(part).toString('utf8');
    else value = valueOf(type, part);
  }
  return [key, value];
}

function valueOf(type: string, wire: WireField): unknown {
  switch (type) {
    case 'string':
      return bytesOf(wire).toString('utf8');
    case 'bytes':
      return bytesOf(wire).toString('base64');
    case 'int':
      return numberOf(wire);
    case 'bool':
      return numberOf(wire) !== 0;
    case 'float':
      return 'double' in wire ? wire.double : 0;
    case 'time':
      return timeOf(bytesOf(wire));
    case 'quantity':
      return textOf(bytesOf(wire));
    case 'intOrString':
      return intOrStringOf(bytesOf(wire));
    case 'json':
      return jsonOf(bytesOf(wire));
    default:
      return decodeMessage(type, bytesOf(wire));
  }
}

/** Seconds since 1970; a time that is none has none. */
function timeOf(bytes: Buffer): string | undefined {
  for (const field of readFields(bytes)) {
    if (field.number === 1) return timestamp(new Date(numberOf(field) * 1000));
  }
  return undefined;
}

/** A quantity travels as its text. */
function textOf(bytes: Buffer): string {
  const [first] = readFields(bytes);
  return first ? bytesOf(first).toString('utf8') : '0';
}

function intOrStringOf(bytes: Buffer): number | string {
  const fields = new Map(
    [...readFields(bytes)].map(field => [field.number, field]),
  );
  const number = (at: number) => {
    const field = fields.get(at);
    return field ? numberOf(field) : 0;
  };
  const text = fields.get(3);
  return number(1) === 1 && text ? bytesOf(text).toString('utf8') : number(2);
}

function jsonOf(bytes: Buffer): unknown {
  const [first] = readFields(bytes);
  return first && JSON.parse(bytesOf(first).toString('utf8'));
}
