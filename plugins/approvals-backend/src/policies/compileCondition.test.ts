import { compileCondition, type PolicyFacts } from './compileCondition';

/** As the payload of a request is read: such names are fields of its own there. */
const facts = (payload: string): PolicyFacts => ({
  kind: 'demo.make',
  tenant: 'life',
  environment: 'dev',
  requester: 'user:default/li-wei',
  today: '2026-11-22',
  payload: JSON.parse(payload),
  evidence: {},
});

describe('a condition', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    "is answered for a payload that has a field '%s', at the top and below",
    name => {
      const payload = `{"${name}":"x","size":{"cpu":"2","${name}":"y"},"disks":[{"${name}":"z","gibibytes":10}]}`;
      const isTrue = (when: string) => compileCondition(when)(facts(payload));
      expect(isTrue("kind == 'demo.make' && !has(payload.urgent)")).toBe(true);
      expect(isTrue('cores(payload.size.cpu) <= 2.0')).toBe(true);
      expect(isTrue('payload.disks.all(disk, disk.gibibytes <= 10)')).toBe(
        true,
      );
      expect(isTrue('has(payload.size.cpu) && payload.size.cpu == "3"')).toBe(
        false,
      );
    },
  );

  it('fails for a field that is not there, rather than to guess', () => {
    const ask = () => compileCondition('payload.size == 1')(facts('{}'));
    expect(ask).toThrow('size');
  });
});
