import { z } from 'zod';
import {
  chineseOf,
  createContractClient,
  operation,
  readBilingual,
  sentenceOf,
  withChinese,
} from './index';

const contract = {
  look: operation({
    method: 'GET',
    path: '/look',
    summary: 'Look',
    access: { kind: 'authenticated' },
  })
    .input(z.object({}))
    .output(z.object({})),
};

const errorOf = async (error: object): Promise<unknown> => {
  const client = createContractClient(contract, {
    baseUrl: 'http://localhost',
    fetch: async () =>
      Response.json(
        { error, response: { statusCode: 409 } },
        {
          status: 409,
        },
      ),
  });
  return client.look({}).catch((reason: unknown) => reason);
};

describe('an error in both languages', () => {
  it('keeps its English message, and has its Chinese sentence beside it', () => {
    const error = withChinese(new RangeError('Too much'), '太多');
    expect(error).toBeInstanceOf(RangeError);
    expect(error.message).toBe('Too much');
    expect(chineseOf(error)).toBe('太多');
  });

  it('says nothing in Chinese that nobody wrote', () => {
    for (const other of [
      new Error('x'),
      undefined,
      'x',
      { translations: { 'zh-CN': 7 } },
      { translations: 'x' },
    ]) {
      expect(chineseOf(other)).toBeUndefined();
    }
  });

  it('arrives in both languages', async () => {
    const error = await errorOf({
      name: 'ConflictError',
      message: 'It is taken',
      translations: { 'zh-CN': '已被占用' },
    });
    expect(error).toMatchObject({
      name: 'ConflictError',
      message: 'It is taken',
    });
    expect(chineseOf(error)).toBe('已被占用');
  });

  it('arrives as it was written by whoever knows no Chinese', async () => {
    const error = await errorOf({ name: 'ConflictError', message: 'Taken' });
    expect(error).toMatchObject({ message: 'Taken' });
    expect(chineseOf(error)).toBeUndefined();
  });

  it('can be kept in both languages, English standing for what nobody wrote, and cut to what a text may have', () => {
    expect(sentenceOf(withChinese(new Error('Too much'), '太多'))).toEqual({
      'zh-CN': '太多',
      en: 'Too much',
    });
    expect(sentenceOf(new Error('Too much'))).toEqual({
      'zh-CN': 'Too much',
      en: 'Too much',
    });
    const { en, 'zh-CN': chinese } = sentenceOf(
      withChinese(new Error('a'.repeat(3000)), '多'.repeat(3000)),
    );
    expect([en.length, chinese.length]).toEqual([2000, 2000]);
  });
});

describe('a text of a database', () => {
  it('is read in both languages, and in English where an older portal wrote it', () => {
    const text = { 'zh-CN': '等待中', en: 'Waiting' };
    expect(readBilingual(JSON.stringify(text))).toEqual(text);
    for (const plain of ['Waiting', '{"kind":"Status"}', '{Waiting']) {
      expect(readBilingual(plain)).toEqual({ 'zh-CN': plain, en: plain });
    }
  });
});
