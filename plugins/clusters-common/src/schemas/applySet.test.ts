import { applySetId, applySetInput } from './applySet';

const settings = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'settings', namespace: 'life-pay-dev', labels: { a: 'b' } },
  data: { colour: 'green' },
};
const given = {
  cluster: 'nonprod',
  id: 'tenancy.namespace.life-pay-dev',
  tenant: 'life',
  generation: 1,
  reason: 'request-1',
  objects: [settings],
};

describe('an apply set', () => {
  it('keeps every field of its objects', () => {
    expect(applySetInput.parse(given)).toEqual(given);
  });

  it.each([
    ['generation', 0],
    ['generation', 1.5],
    ['tenant', ''],
    ['reason', ''],
    ['objects', []],
    ['objects', Array.from({ length: 201 }, () => settings)],
    ['objects', [{ ...settings, kind: '' }]],
    ['objects', [{ ...settings, metadata: {} }]],
    ['objects', [{ ...settings, metadata: { name: 'x'.repeat(254) } }]],
    ['objects', [null]],
  ])('is refused with a wrong %s (case %#)', (field, value) => {
    expect(applySetInput.safeParse({ ...given, [field]: value }).success).toBe(
      false,
    );
  });

  it.each(['', '.a', 'a-', 'A', 'a b', 'a/b', '../a', 'x'.repeat(64)])(
    'may not be called %j',
    id => {
      expect(applySetId.safeParse(id).success).toBe(false);
    },
  );
});
