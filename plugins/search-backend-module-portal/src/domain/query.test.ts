import { parseTerm } from './query';

const wanted = (term: string) =>
  parseTerm(term).clauses.map(clause =>
    clause.kind === 'han' ? clause.term : `${clause.prefix}*`,
  );

describe('parseTerm', () => {
  it.each([
    ['核保', ['核保']],
    ['核', ['核']],
    ['的', ['的']],
    ['保单的查询', ['保单', '查询']],
    ['OpenAPI保单', ['openapi*', '保单']],
    ['policy-api', ['policy*', 'api*']],
    ['核保 核保', ['核保']],
    ['*:~&|!"\'()', []],
    ['  ', []],
  ])('reads %j', (term, clauses) => {
    expect(wanted(term)).toEqual(clauses);
  });

  it('asks for a bounded number of things', () => {
    const words = Array.from({ length: 500 }, (_, i) => `word${i}`).join(' ');
    expect(wanted(words)).toHaveLength(64);
  });
});
