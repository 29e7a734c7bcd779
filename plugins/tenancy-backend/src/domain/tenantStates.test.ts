import { whyNotState } from './tenantStates';

const STATES = ['active', 'suspended', 'closed'] as const;
const ALLOWED = [
  'active>active',
  'active>suspended',
  'active>closed',
  'suspended>suspended',
  'suspended>active',
  'suspended>closed',
  'closed>closed',
  'closed>active',
];

describe('the states of a tenant', () => {
  it.each(STATES.flatMap(from => STATES.map(to => [from, to] as const)))(
    'from %s to %s',
    (from, to) => {
      expect(whyNotState(from, to) === undefined).toBe(
        ALLOWED.includes(`${from}>${to}`),
      );
    },
  );

  it('says what a closed tenant can become', () => {
    expect(whyNotState('closed', 'suspended')).toEqual({
      'zh-CN': '“已关闭”的租户不能变为“已停用”，只能变为“正常”',
      en: 'A tenant that is closed cannot become suspended; it can become active',
    });
  });
});
