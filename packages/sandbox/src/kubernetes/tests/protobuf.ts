/** A field of a protobuf message: a text, a message, or a number. */
export function field(
  number: number,
  content: string | Buffer | number,
): Buffer {
  if (typeof content === 'number') {
    return Buffer.concat([varint(number * 8), varint(content)]);
  }
  const bytes = Buffer.from(content);
  return Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);
}

export const message = (...fields: Buffer[]): Buffer => Buffer.concat(fields);

/** An object in the envelope in which Kubernetes sends it. */
export function envelope(
  apiVersion: string,
  kind: string,
  object: Buffer,
): Buffer {
  const type = message(field(1, apiVersion), field(2, kind));
  return Buffer.concat([
    Buffer.from('k8s\0'),
    field(1, type),
    field(2, object),
    field(3, ''),
    field(4, ''),
  ]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}
