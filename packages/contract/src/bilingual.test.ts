import { inOneLine } from './bilingual';

it('says a text in both languages in one line, Chinese first', () => {
  expect(inOneLine({ 'zh-CN': '等待中', en: 'waiting' })).toBe(
    '等待中 / waiting',
  );
});

it('says once what is the same in both languages', () => {
  expect(inOneLine({ 'zh-CN': 'life-dev', en: 'life-dev' })).toBe('life-dev');
});
