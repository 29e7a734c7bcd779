import { keyOf, piecesOf } from './pieces';
import { stemOf } from './stem';
import { pairsOf } from './terms';

/** One thing a document must hold: a Han term exactly, or a word by its beginning or its stem. */
export type Clause =
  | { kind: 'han'; term: string }
  | { kind: 'word'; prefix: string; stem: string };

export interface TermQuery {
  /** All must match; none means every document. */
  clauses: Clause[];
  /** Compared with titles. */
  key: string;
}

/** More than anybody types; keeps the cost of a query bounded. */
const MOST_CLAUSES = 64;

/** Characters that join words in a question and say nothing about what is looked for. */
const PARTICLES = new Set('的了和与及或在是把被为之其吗呢');

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Groups of a Han run that must each be found, not necessarily side by side: 保单的查询 is 保单 and 查询.
 * The dictionary breaks words it does not know into single characters (核, 保); neighbours among those stay together.
 */
function groupsOf(run: string): string[] {
  const groups: string[] = [];
  let singles = '';
  const close = () => {
    if (singles) groups.push(singles);
    singles = '';
  };
  for (const { segment } of words.segment(run)) {
    if (PARTICLES.has(segment)) close();
    else if ([...segment].length === 1) singles += segment;
    else {
      close();
      groups.push(segment);
    }
  }
  close();
  return groups.length > 0 ? groups : [run];
}

function termsOfGroup(group: string): string[] {
  const characters = [...group];
  return characters.length === 1 ? characters : pairsOf(characters);
}

/** What somebody typed, as clauses. Operators of any query language are punctuation here, and thereby nothing. */
export function parseTerm(term: string): TermQuery {
  const clauses = new Map<string, Clause>();
  for (const piece of piecesOf(term)) {
    if (piece.isHan) {
      for (const han of groupsOf(piece.text).flatMap(termsOfGroup))
        clauses.set(han, { kind: 'han', term: han });
    } else {
      const stem = stemOf(piece.text);
      clauses.set(piece.text, { kind: 'word', prefix: piece.text, stem });
    }
  }
  return {
    clauses: [...clauses.values()].slice(0, MOST_CLAUSES),
    key: keyOf(term),
  };
}
