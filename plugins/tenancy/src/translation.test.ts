import { messages } from './messages';
import chinese from './zh-CN';

function flatten(node: object, prefix = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  );
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\w+\}\}/g)].map(([found]) => found).sort();

describe('the Chinese texts', () => {
  it('are there for every English one, and for no other', () => {
    expect(Object.keys(chinese).sort()).toEqual(
      flatten(messages)
        .map(([key]) => key)
        .sort(),
    );
  });

  it('say the same figures', () => {
    for (const [key, english] of flatten(messages)) {
      const text = chinese[key as keyof typeof chinese];
      expect([key, placeholders(text)]).toEqual([key, placeholders(english)]);
    }
  });
});
