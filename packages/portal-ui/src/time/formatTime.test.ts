import { formatRelative } from './formatTime';

const now = new Date('2026-11-21T08:00:00Z');
const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('formatRelative', () => {
  it.each([
    [-5, 'en', 'now'],
    [-180, 'en', '3 minutes ago'],
    [-180, 'zh-CN', '3分钟前'],
    [2 * 86_400, 'en', 'in 2 days'],
    [-86_400, 'zh-CN', '昨天'],
  ] as const)(
    'says %i seconds from now in %s as %s',
    (seconds, language, text) => {
      expect(formatRelative(at(seconds), now, language)).toBe(text);
    },
  );
});
