/** One field as it stands on the wire. */
export type WireField =
  | { number: number; bytes: Buffer }
  | { number: number; value: bigint }
  | { number: number; double: number };

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

/** Reads the fields of a protobuf message, whatever they mean. */
export function* readFields(message: Buffer): Generator<WireField> {
  let position = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = message.readUInt8(position);
      position += 1;
      // eslint-disable-next-line no-bitwise -- seven bits of a number are in each byte
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asIntN(64, value);
    }
    throw new RangeError('a number does not end');
  };
  const take = (length: number): Buffer => {
    if (position + length > message.length) {
      throw new RangeError('a field is longer than its message');
    }
    position += length;
    return message.subarray(position - length, position);
  };
  while (position < message.length) {
    const tag = Number(varint());
    const number = Math.floor(tag / 8);
    switch (tag % 8) {
      case VARINT:
        yield { number, value: varint() };
        break;
      case FIXED64:
        yield { number, double: take(8).readDoubleLE(0) };
        break;
      case BYTES:
        yield { number, bytes: take(Number(varint())) };
        break;
      case FIXED32:
        yield { number, double: take(4).readFloatLE(0) };
        break;
      default:
        throw new RangeError(`a field has the unknown form ${tag % 8}`);
    }
  }
}
