import { configMap } from '../kubernetes/tests/objects';
import { failure, namesOf } from './answers';
import { describeConformance } from './describeConformance';

describeConformance('Selectors', cluster => {
  let list: string;
  beforeAll(async () => {
    const namespace = await cluster().namespace();
    list = `/api/v1/namespaces/${namespace}/secrets`;
    const labels = {
      a: { tier: 'web', 'caas.io/tenant': 'life' },
      b: { tier: 'db' },
      c: { size: '3' },
      d: {},
    };
    for (const [name, own] of Object.entries(labels)) {
      await cluster().expectCreated(list, {
        ...configMap(name),
        kind: 'Secret',
        type: name === 'b' ? 'caas.io/special' : undefined,
        metadata: { name, labels: own },
      });
    }
  });

  const select = (query: Record<string, string>) =>
    cluster().get(`${list}?${new URLSearchParams(query)}`);

  it.each([
    ['tier=web', ['a']],
    ['tier==web', ['a']],
    ['tier!=web', ['b', 'c', 'd']],
    ['tier in (web,db)', ['a', 'b']],
    ['tier in (web, db)', ['a', 'b']],
    ['tier notin (web)', ['b', 'c', 'd']],
    ['tier', ['a', 'b']],
    ['!tier', ['c', 'd']],
    ['caas.io/tenant=life', ['a']],
    ['caas.io/tenant=life,tier=web', ['a']],
    ['caas.io/tenant=life,tier=db', []],
    ['tier=', []],
    ['size>2', ['c']],
    ['size<3', []],
    [' tier = web ', ['a']],
  ])('of labels: %s', async (labelSelector, names) => {
    expect(namesOf(await select({ labelSelector }))).toEqual(names);
  });

  it.each([
    ['metadata.name=a', ['a']],
    ['metadata.name!=a', ['b', 'c', 'd']],
    ['metadata.name=a,metadata.name=b', []],
    ['type=caas.io/special', ['b']],
    ['type!=Opaque', ['b']],
  ])('of fields: %s', async (fieldSelector, names) => {
    expect(namesOf(await select({ fieldSelector }))).toEqual(names);
  });

  it.each([
    ['===', "found '==', expected: !, identifier, or 'end of string'"],
    [',', "found ',', expected: !, identifier, or 'end of string'"],
    ['a=b c', "found 'c', expected: ',' or 'end of string'"],
    ['tier in', "unable to parse requirement: found '' expected: '('"],
    ['tier in b', "unable to parse requirement: found 'b' expected: '('"],
    [
      'tier in (a',
      "unable to parse requirement: found '', expected: ',' or ')'",
    ],
    [
      '-a=b',
      `unable to parse requirement: <nil>: Invalid value: "-a": name part must consist of alphanumeric characters`,
    ],
    [
      'a=-b',
      'unable to parse requirement: values[0][a]: Invalid value: "-b": a valid label must be an empty string or consist of alphanumeric characters',
    ],
    [
      'a>x',
      `unable to parse requirement: values[0]: Invalid value: "x": for 'Gt', 'Lt' operators, the value must be an integer`,
    ],
  ])('of labels that are none: %s', async (labelSelector, sentence) => {
    expect(failure(await select({ labelSelector }))).toEqual([
      400,
      'BadRequest',
      expect.stringContaining(sentence),
    ]);
  });

  it('of fields that are none', async () => {
    expect(failure(await select({ fieldSelector: 'a' }))).toEqual([
      400,
      'BadRequest',
      "invalid selector: 'a'; can't understand 'a'",
    ]);
  });

  it('of fields that its kind does not offer', async () => {
    const answer = await select({ fieldSelector: 'data.value=1' });
    expect(failure(answer)).toEqual([
      400,
      'BadRequest',
      'field label not supported: data.value',
    ]);
  });

  it('choose what a collection is deleted by', async () => {
    const query = new URLSearchParams({ labelSelector: 'size' });
    const { status } = await cluster().delete(`${list}?${query}`);
    expect(status).toBe(200);
    expect(namesOf(await cluster().get(list))).toEqual(['a', 'b', 'd']);
  });
});
