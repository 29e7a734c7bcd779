/**
 * A whole number below `limit`, the same for the same words every time: FNV-1a, mixed once more. A log of hours asks
 * for tens of thousands of them, for which a cryptographic hash is too slow.
 */
export function hashBelow(
  limit: number,
  ...words: readonly (string | number)[]
): number {
  let hash = 0x811c9dc5;
  for (const word of words) {
    const text = `${word}/`;
    for (let index = 0; index < text.length; index += 1) {
      // eslint-disable-next-line no-bitwise -- what the algorithm is made of
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    }
  }
  // eslint-disable-next-line no-bitwise -- the same
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  // eslint-disable-next-line no-bitwise -- the same
  return ((hash ^ (hash >>> 16)) >>> 0) % limit;
}
