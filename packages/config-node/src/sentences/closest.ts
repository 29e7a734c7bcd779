/** The name that was probably meant, when one is near enough. */
export function closest(written: string, names: string[]): string | undefined {
  // Two letters that have changed places are two edits.
  const limit = written.length < 4 ? 1 : Math.max(2, written.length / 3);
  return names
    .map(name => ({
      name,
      edits: editsBetween(written.toLowerCase(), name.toLowerCase()),
    }))
    .filter(({ edits }) => edits <= limit)
    .sort((left, right) => left.edits - right.edits)[0]?.name;
}

/** How many letters must be put in, taken out or changed (Levenshtein). */
function editsBetween(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const change = left[i - 1] === right[j - 1] ? 0 : 1;
      next.push(Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + change));
    }
    row = next;
  }
  return row[right.length];
}
