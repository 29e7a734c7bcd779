import { piecesOf } from './pieces';
import { stemOf } from './stem';

/** A term of a document and the position of the character or word it begins at. */
export interface Term {
  term: string;
  position: number;
}

/** Pairs of neighbours: 核保服务 gives 核保, 保服, 服务. */
export function pairsOf(characters: readonly string[]): string[] {
  return characters.slice(1).map((each, i) => characters[i] + each);
}

/**
 * What a text is found by: every Han character and every pair of neighbours (no dictionary knows the words of a
 * company), every word and its stem.
 */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  let position = 0;
  for (const piece of piecesOf(text)) {
    if (piece.isHan) {
      const characters = [...piece.text];
      const pairs = pairsOf(characters);
      for (const [i, character] of characters.entries()) {
        position += 1;
        terms.push({ term: character, position });
        if (pairs[i]) terms.push({ term: pairs[i], position });
      }
    } else {
      position += 1;
      terms.push({ term: piece.text, position });
      const stem = stemOf(piece.text);
      if (stem !== piece.text) terms.push({ term: stem, position });
    }
  }
  return terms;
}
