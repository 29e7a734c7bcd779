import { isDeepStrictEqual } from 'node:util';
import { TestDatabases } from '@backstage/backend-test-utils';
import { hostileTexts } from '@caas/backend-testing/processes';
import { createKind, namespaceSubject } from '../__testUtils__/desk';
import { createStores } from '../__testUtils__/stores';

/**
 * Input never becomes structure: whatever text stands in whatever field of a request for a namespace, it is refused at that
 * field, or the objects for the cluster are the ordinary ones, with not a field more.
 */
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const FIELDS = [
  'name',
  'cluster',
  'environment',
  'partition',
  'cpu',
  'memory',
  'storage',
  'pods',
  'persistentVolumeClaims',
  'leaseUntil',
  'colour',
];
const REFUSALS = ['InputError', 'ConflictError', 'NotFoundError'];

/** Which fields there are, whatever stands in them. */
function shapeOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => shapeOf(item, `${path}[${index}]`));
  }
  if (value && typeof value === 'object') {
    return Object.entries(value).flatMap(([key, item]) =>
      shapeOf(item, `${path}.${key}`),
    );
  }
  return [`${path}: ${typeof value}`];
}

describe('a text in a request for a namespace', () => {
  it.each(FIELDS)(
    'stays a text as %s, or is refused',
    async field => {
      const { kind } = createKind(await createStores(databases, 'SQLITE_3'));
      const objectsOf = async (payload: object) => {
        const subject = namespaceSubject({ payload });
        const { payload: normal } = await kind.validate(subject);
        const { objects } = await kind.evidence({
          ...subject,
          payload: normal,
        });
        return { normal, objects };
      };
      const { normal: usual, objects: usualObjects } = await objectsOf({});
      const known = new Set([...Object.keys(usual), field]);
      const kindsOf = (objects: typeof usualObjects) =>
        objects.map(each => each.kind);
      /** What became of a text, in a word. */
      const outcomeOf = async (text: string) => {
        try {
          const { normal, objects } = await objectsOf({ [field]: text });
          const isOrdinary =
            Object.keys(normal).every(key => known.has(key)) &&
            isDeepStrictEqual(shapeOf(objects), shapeOf(usualObjects)) &&
            isDeepStrictEqual(kindsOf(objects), kindsOf(usualObjects));
          return isOrdinary ? 'kept' : `made ${JSON.stringify(objects)}`;
        } catch (error) {
          const { name } = error as Error;
          return REFUSALS.includes(name) ? 'refused' : name;
        }
      };
      const outcomes = new Map<string, string>();
      for (const text of hostileTexts()) {
        outcomes.set(text, await outcomeOf(text));
      }
      expect(
        [...outcomes].filter(([, what]) => !['kept', 'refused'].includes(what)),
      ).toEqual([]);
      expect(outcomes.size).toBeGreaterThanOrEqual(500);
      expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
    },
    120_000,
  );
});
