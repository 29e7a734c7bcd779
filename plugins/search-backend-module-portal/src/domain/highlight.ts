import { piecesOf, type Piece } from './pieces';
import type { Clause } from './query';
import { stemOf } from './stem';

type Range = [start: number, end: number];

const EXCERPT_LENGTH = 240;
/** How much of the text before the first match is shown. */
const LEAD = 60;

function rangesIn(piece: Piece, clauses: readonly Clause[]): Range[] {
  const ranges: Range[] = [];
  for (const clause of clauses) {
    if (clause.kind === 'word') {
      const matches =
        !piece.isHan &&
        (piece.text.startsWith(clause.prefix) ||
          stemOf(piece.text) === clause.stem);
      if (matches) ranges.push([piece.start, piece.end]);
    } else if (piece.isHan) {
      let at = piece.text.indexOf(clause.term);
      while (at !== -1) {
        const start = piece.start + at;
        ranges.push([start, start + clause.term.length]);
        at = piece.text.indexOf(clause.term, at + 1);
      }
    }
  }
  return ranges;
}

/** Overlapping and touching ranges become one. */
function merge(ranges: Range[]): Range[] {
  const merged: Range[] = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** The part of a long text around its first match. */
function windowOf(text: string, first: Range): Range {
  if (text.length <= EXCERPT_LENGTH) return [0, text.length];
  const start = Math.max(0, first[0] - LEAD);
  return [start, Math.min(text.length, start + EXCERPT_LENGTH)];
}

/**
 * The original text with its matches between the tags, or nothing when it holds none. Made from the original, so that
 * nothing of the index shows.
 */
export function highlight(
  text: string,
  clauses: readonly Clause[],
  tags: { preTag: string; postTag: string },
): string | undefined {
  const ranges = merge(
    piecesOf(text).flatMap(piece => rangesIn(piece, clauses)),
  );
  if (ranges.length === 0) return undefined;
  const [from, to] = windowOf(text, ranges[0]);
  let answer = from > 0 ? '… ' : '';
  let at = from;
  for (const [start, end] of ranges) {
    if (end > to) break;
    answer += `${text.slice(at, start)}${tags.preTag}${text.slice(start, end)}${tags.postTag}`;
    at = end;
  }
  return `${answer}${text.slice(at, to)}${to < text.length ? ' …' : ''}`;
}
