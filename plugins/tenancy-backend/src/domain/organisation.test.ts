import fc from 'fast-check';
import { whyNotUnder } from './organisation';

const line = (length: number) =>
  Array.from({ length }, (_, index) => ({
    code: `d${index}`,
    parent: index === 0 ? undefined : `d${index - 1}`,
  }));

const saying = (en: string, chinese: string) => ({
  'zh-CN': expect.stringContaining(chinese),
  en: expect.stringContaining(en),
});

describe('where a department may stand', () => {
  it.each([
    ['under one that there is', 'new', 'd1', undefined],
    [
      'not under one that there is not',
      'new',
      'dx',
      saying("no department 'dx'", '没有部门“dx”'),
    ],
    [
      'not under itself',
      'd0',
      'd0',
      saying('cannot stand below itself', '不能位于自身之下'),
    ],
    [
      'not under one that stands below it',
      'd0',
      'd2',
      saying(
        "department 'd0' cannot stand below itself (d0 > d1 > d2 > d0)",
        '部门“d0”不能位于自身之下（d0 > d1 > d2 > d0）',
      ),
    ],
  ])('%s', (_, code, parent, sentence) => {
    expect(whyNotUnder(line(3), code, parent)).toEqual(sentence);
  });

  it('not so that the tree becomes deeper than eight, with what stands below it', () => {
    expect(whyNotUnder(line(7), 'new', 'd6')).toBeUndefined();
    expect(whyNotUnder(line(8), 'new', 'd7')).toEqual(
      saying('deeper than 8', '不能超过 8 层'),
    );
    const two = [...line(7), { code: 'a' }, { code: 'b', parent: 'a' }];
    expect(whyNotUnder(two, 'a', 'd5')).toBeUndefined();
    expect(whyNotUnder(two, 'a', 'd6')?.en).toContain('deeper than 8');
  });

  it('whatever is moved, there never is a circle, and never more than eight above one another', () => {
    const codes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
    const code = fc.constantFrom(...codes);
    fc.assert(
      fc.property(fc.array(fc.tuple(code, code), { maxLength: 60 }), moves => {
        const parents = new Map<string, string>();
        for (const [moved, parent] of moves) {
          const tree = codes.map(name => ({
            code: name,
            parent: parents.get(name),
          }));
          if (!whyNotUnder(tree, moved, parent)) parents.set(moved, parent);
        }
        for (const start of codes) {
          const path = [start];
          let above = parents.get(start);
          while (above !== undefined && path.length <= 8) {
            path.push(above);
            above = parents.get(above);
          }
          expect(path.length).toBeLessThanOrEqual(8);
        }
      }),
    );
  });
});
