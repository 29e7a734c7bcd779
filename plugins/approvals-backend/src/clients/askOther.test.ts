import { InputError } from '@backstage/errors';
import { withChinese } from '@caas/contract';
import { askOther } from './askOther';

describe('askOther', () => {
  const failing = (error: Error) => async () => {
    throw error;
  };

  it('answers what the other plugin answers', async () => {
    expect(await askOther('demo', 'count', async () => 3)).toBe(3);
  });

  it('hands on the words that are meant for the person', async () => {
    const error = new InputError('name: Choose a name');
    await expect(
      askOther('demo', 'check', failing(error), { pass: ['InputError'] }),
    ).rejects.toBe(error);
  });

  it('says of everything else that it may work later', async () => {
    const error = withChinese(new InputError('no'), '不行');
    await expect(
      askOther('demo', 'check', failing(error)),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: "The plugin 'demo' could not check: no. Try again in a moment",
      translations: {
        'zh-CN': '插件“demo”暂时不能处理：不行。请稍后重试',
      },
    });
  });

  it('gives the call an end', async () => {
    await askOther('demo', 'check', async ({ signal }) => {
      expect(signal.aborted).toBe(false);
      expect(signal).toBeInstanceOf(AbortSignal);
    });
  });
});
