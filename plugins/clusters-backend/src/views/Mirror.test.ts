import type { LiveObject } from '../domain/LiveObject';
import { Mirror } from './Mirror';

type Named = { name: string; namespace?: string; phase: string };

const object = (namespace: string, name: string, phase = 'Running') =>
  ({ metadata: { namespace, name }, status: { phase } }) as LiveObject;

let mirror: Mirror<Named>;
beforeEach(() => {
  mirror = new Mirror<Named>({
    path: '/api/v1/pods',
    trim: ({ metadata, status }, interner) => ({
      name: metadata.name!,
      namespace: interner.text(metadata.namespace),
      phase: interner.text(status?.phase),
    }),
  });
  mirror.begin();
  mirror.add([object('life', 'a'), object('life', 'b')]);
  mirror.add([object('property', 'a')]);
  mirror.complete();
});

const names = (namespace: string) =>
  [...mirror.seen.in(namespace)].map(({ name }) => name);

it('shows what all pages held, by namespace', () => {
  expect([names('life'), names('property'), names('none')]).toEqual([
    ['a', 'b'],
    ['a'],
    [],
  ]);
  expect(mirror.seen.size).toBe(3);
});

it('follows changes, and keeps count', () => {
  mirror.change({ type: 'ADDED', object: object('life', 'c') });
  mirror.change({ type: 'MODIFIED', object: object('life', 'a', 'Failed') });
  mirror.change({ type: 'DELETED', object: object('life', 'b') });
  mirror.change({ type: 'DELETED', object: object('life', 'unheard-of') });
  expect(names('life')).toEqual(['a', 'c']);
  expect(mirror.seen.find('a', 'life')?.phase).toBe('Failed');
  expect(mirror.seen.size).toBe(3);
});

it('stays in the order of names, whatever comes, changes and goes between two looks', () => {
  expect(names('life')).toEqual(['a', 'b']);
  mirror.change({ type: 'DELETED', object: object('life', 'a') });
  expect(names('life')).toEqual(['b']);
  for (const name of ['d', 'a', 'c']) {
    mirror.change({ type: 'ADDED', object: object('life', name) });
  }
  expect(names('life')).toEqual(['a', 'b', 'c', 'd']);
  for (const name of ['a', 'c', 'd']) {
    mirror.change({ type: 'MODIFIED', object: object('life', name, name) });
  }
  expect(mirror.seen.in('life').map(({ phase }) => phase)).toEqual([
    'a',
    'Running',
    'c',
    'd',
  ]);
  mirror.change({ type: 'DELETED', object: object('life', 'b') });
  expect(names('life')).toEqual(['a', 'c', 'd']);
});

it('shows what it saw before until a list is complete, and then nothing of it', () => {
  mirror.begin();
  mirror.add([object('life', 'new')]);
  expect(names('life')).toEqual(['a', 'b']);
  mirror.complete();
  expect(names('life')).toEqual(['new']);
  expect(mirror.seen.size).toBe(1);
});

it('forgets what a list that broke off had brought', () => {
  mirror.begin();
  mirror.add([object('life', 'half')]);
  mirror.begin();
  mirror.add([object('life', 'whole')]);
  mirror.complete();
  expect(names('life')).toEqual(['whole']);
});
