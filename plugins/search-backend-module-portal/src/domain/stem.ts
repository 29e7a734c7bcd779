import lunr from 'lunr';

/** Porter's stem of an English word: policy and policies share one. Words of other languages pass through. */
export function stemOf(word: string): string {
  return lunr.stemmer(new lunr.Token(word, {})).toString();
}
