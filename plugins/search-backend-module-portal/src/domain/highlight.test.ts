import { highlight } from './highlight';
import { parseTerm } from './query';

const TAGS = { preTag: '[', postTag: ']' };
const shown = (text: string, term: string) =>
  highlight(text, parseTerm(term).clauses, TAGS);

describe('highlight', () => {
  it.each([
    ['核保服务', '核保', '[核保]服务'],
    ['核保服务', '核保服务', '[核保服务]'],
    ['保单的查询', '保单查询', '[保单]的[查询]'],
    ['OpenAPI保单', 'open 保单', '[OpenAPI保单]'],
    ['two policies', 'policy', 'two [policies]'],
    ['ＡＰＩ 网关', 'api', '[ＡＰＩ] 网关'],
    ['𠮷野家', '野', '𠮷[野]家'],
  ])('marks in %s for %s', (text, term, marked) => {
    expect(shown(text, term)).toBe(marked);
  });

  it('says nothing where nothing matches', () => {
    expect(shown('李伟', '核保')).toBeUndefined();
    expect(shown('李伟', '')).toBeUndefined();
    expect(shown('', '核保')).toBeUndefined();
  });

  it('shows of a long text what is around the first match', () => {
    const marked = shown(
      `${'前'.repeat(500)}核保${'后'.repeat(500)}核保`,
      '核保',
    )!;
    expect(marked).toMatch(/^… 前{60}\[核保\]后+ …$/);
    expect(marked.length).toBeLessThan(260);
  });
});
