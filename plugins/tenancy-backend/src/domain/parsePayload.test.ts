import { chineseOf } from '@caas/contract';
import { namespaceRenewPayload } from '@caas/plugin-tenancy-common';
import { parsePayload } from './parsePayload';

const errorOf = (raw: unknown): Error => {
  try {
    parsePayload(namespaceRenewPayload, raw);
  } catch (error) {
    return error as Error;
  }
  throw new Error('It was read');
};

it('says in both languages what is wrong with each field', () => {
  const error = errorOf({ leaseUntil: '2026-02-30' });
  expect(error).toMatchObject({
    name: 'InputError',
    message:
      'namespace: Choose a namespace; leaseUntil: There is no such day: write the day as 2026-12-31',
  });
  expect(chineseOf(error)).toBe(
    'namespace: 请选择命名空间; leaseUntil: 没有这一天，请按 2026-12-31 的格式填写日期',
  );
});

it('says it of a payload that is none', () => {
  const error = errorOf('text');
  expect(error.message).toBe(
    'body: Invalid input: expected object, received string',
  );
  expect(chineseOf(error)).toBe('请求内容: 应为对象，收到的是文本');
});
