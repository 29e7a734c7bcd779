/** A run of Han characters, or a word of any other script, and where it stands in the text. */
export interface Piece {
  text: string;
  isHan: boolean;
  start: number;
  end: number;
}

const PIECE = /\p{sc=Han}+|(?:(?!\p{sc=Han})[\p{L}\p{N}\p{M}])+/gu;
const HAN = /^\p{sc=Han}/u;
/** What may be left in a piece once compatibility forms are resolved (½ becomes 1⁄2). */
const NOT_TERM = /[^\p{L}\p{N}\p{M}]/gu;
const LONGEST_WORD = 64;

/** One form for API, api and ＡＰＩ. */
function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(NOT_TERM, '');
}

/** Cuts a text into what can be searched; everything else (punctuation, operators, spaces) is left out. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const match of text.matchAll(PIECE)) {
    const isHan = HAN.test(match[0]);
    const normal = normalise(match[0]);
    if (normal)
      pieces.push({
        text: isHan ? normal : [...normal].slice(0, LONGEST_WORD).join(''),
        isHan,
        start: match.index,
        end: match.index + match[0].length,
      });
  }
  return pieces;
}

/** The form in which a title and what somebody typed are compared. */
export function keyOf(text: string): string {
  return piecesOf(text)
    .map(piece => piece.text)
    .join(' ');
}
