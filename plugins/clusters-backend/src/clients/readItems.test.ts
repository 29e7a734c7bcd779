import { readItems } from './readItems';

const LIST = {
  kind: 'PodList',
  metadata: { resourceVersion: '7', continue: 'next' },
  items: [
    {
      metadata: { name: 'a' },
      spec: { items: [{ name: '}' }, { name: ']' }] },
    },
    { metadata: { name: '寿险' }, text: 'a "quoted" \\ {[' },
    {},
  ],
  remaining: [{ items: [] }],
};

/** The same bytes in chunks of one size. */
function streamOf(text: string, size: number): ReadableStream<Uint8Array> {
  const bytes = Buffer.from(text);
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) {
        controller.enqueue(bytes.subarray(at, at + size));
      }
      controller.close();
    },
  });
}

describe('readItems', () => {
  it.each([1, 2, 3, 7, 64, 100_000])(
    'hands on each object of a list that comes in chunks of %i bytes',
    async size => {
      for (const text of [
        JSON.stringify(LIST),
        JSON.stringify(LIST, null, 2),
      ]) {
        const seen: unknown[] = [];
        const rest = await readItems(streamOf(text, size), item =>
          seen.push(item),
        );
        expect(seen).toEqual(LIST.items);
        expect(rest).toEqual({ ...LIST, items: [] });
      }
    },
  );

  it.each([
    [
      'an empty list',
      '{"metadata":{},"items":[]}',
      { metadata: {}, items: [] },
    ],
    [
      'null for a list',
      '{"metadata":{},"items":null}',
      { metadata: {}, items: null },
    ],
    [
      'a list that is no list of items',
      '{"other":[{"a":1}]}',
      { other: [{ a: 1 }] },
    ],
  ])('answers %s as it is', async (_, text, expected) => {
    const seen: unknown[] = [];
    expect(await readItems(streamOf(text, 5), item => seen.push(item))).toEqual(
      expected,
    );
    expect(seen).toEqual([]);
  });

  it('says so when the bytes end too early', async () => {
    const text = JSON.stringify(LIST).slice(0, -30);
    await expect(readItems(streamOf(text, 9), () => {})).rejects.toThrow(
      SyntaxError,
    );
  });
});
