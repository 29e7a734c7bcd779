import { readStockMessages } from './readStockMessages.testing';
import { stockTranslations } from './stockTranslations';

const stock = readStockMessages();

async function chineseOf(id: string): Promise<Record<string, string>> {
  // Its type shows only the id of a resource; the loaders are what this test is about.
  const resource = Object.values(stockTranslations).find(
    candidate => candidate.id === id,
  ) as unknown as TranslationResourceInside | undefined;
  const chinese = resource?.resources.find(r => r.language === 'zh-CN');
  return chinese ? (await chinese.loader()).messages : {};
}

/** What `createTranslationResource` returns, which its type keeps to itself. */
interface TranslationResourceInside {
  resources: {
    language: string;
    loader(): Promise<{ messages: Record<string, string> }>;
  }[];
}

function placeholdersIn(message: string): string[] {
  const found = message.match(/\{\{?[^{}]+\}?\}/g) ?? [];
  return found.map(placeholder => placeholder.replace(/\s/g, '')).sort();
}

describe('the translations of the stock plugins', () => {
  it('finds what the installed packages say', () => {
    expect([...stock.keys()]).toEqual(
      expect.arrayContaining(['catalog', 'core-components', 'scaffolder']),
    );
  });

  it('translates nothing that no installed package says', () => {
    const ids = Object.values(stockTranslations).map(resource => resource.id);
    expect(ids.filter(id => !stock.has(id))).toEqual([]);
  });

  it.each([...stock.keys()])('says all of %s in Chinese', async id => {
    const english = stock.get(id)!;
    const chinese = await chineseOf(id);
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
    // Names such as API are the same in both languages, so a message need not differ; but it may not be a sentence.
    const untranslated = Object.entries(chinese).filter(
      ([, message]) => !/\p{Script=Han}/u.test(message) && / /.test(message),
    );
    expect(untranslated).toEqual([]);
  });

  it.each([...stock.keys()])('keeps the values in %s', async id => {
    const chinese = await chineseOf(id);
    for (const [key, message] of Object.entries(stock.get(id)!)) {
      expect([key, placeholdersIn(chinese[key])]).toEqual([
        key,
        placeholdersIn(message),
      ]);
    }
  });
});
