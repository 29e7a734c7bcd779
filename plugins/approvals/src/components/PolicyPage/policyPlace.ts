/** Where a text is wrong, and why. */
export type PlacedProblem = { line: number; column: number; why: string };

const PLACED = /^[^:]*:(\d+):(\d+): ([^]+)$/;

/** Reads `policy:3:11: the condition …`, as the server says what is wrong with a policy. */
export function placedProblem(sentence: string): PlacedProblem | undefined {
  const [, line, column, why] = PLACED.exec(sentence) ?? [];
  if (!why) return undefined;
  return { line: Number(line), column: Number(column), why };
}

/** The part of a text from a place to the end of its line. Both are counted from 1; a place beyond the text is its end. */
export function rangeAt(
  text: string,
  { line, column }: Pick<PlacedProblem, 'line' | 'column'>,
): { start: number; end: number } {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).join('\n');
  const lineStart = Math.min(line > 1 ? before.length + 1 : 0, text.length);
  const end = Math.min(lineStart + (lines[line - 1] ?? '').length, text.length);
  return { start: Math.min(lineStart + column - 1, end), end };
}
