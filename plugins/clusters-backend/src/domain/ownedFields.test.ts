import type { LiveObject } from './LiveObject';
import { fingerprintOf } from './fingerprint';
import { ownedFields } from './ownedFields';

const OWNED = {
  'f:metadata': { 'f:labels': { 'f:tenant': {} } },
  'f:spec': {
    'f:hard': { '.': {}, 'f:pods': {} },
    'f:ports': { 'k:{"port":80}': { '.': {}, 'f:name': {} } },
    'f:finalizers': { 'v:"keep"': {} },
  },
};
const entry = (fieldsV1: object, changes: object = {}) => ({
  manager: 'caas-portal',
  operation: 'Apply',
  fieldsV1,
  ...changes,
});

const live = (changes: Partial<LiveObject> = {}): LiveObject => ({
  metadata: {
    name: 'a',
    labels: { tenant: 'life' },
    resourceVersion: '1',
    managedFields: [entry(OWNED)],
  },
  spec: {
    hard: { pods: '9' },
    ports: [{ port: 443 }, { port: 80, name: 'web' }],
    finalizers: ['other', 'keep'],
  },
  ...changes,
});
const withSpec = (changes: object) =>
  live({ spec: { ...live().spec, ...changes } });

describe('what the portal owns of an object', () => {
  it.each<[string, LiveObject]>([
    ['a status', live({ status: { phase: 'Active' } })],
    [
      'another version, or what others own',
      live({
        metadata: {
          ...live().metadata,
          resourceVersion: '2',
          annotations: { note: 'ours' },
          managedFields: [
            entry({ 'f:data': {} }, { manager: 'kubectl-edit' }),
            entry(OWNED),
            entry({ 'f:status': {} }, { subresource: 'status' }),
          ],
        },
      }),
    ],
    ['a field that others added', withSpec({ more: 1 })],
    [
      'the order of a list with keys',
      withSpec({ ports: [{ port: 80, name: 'web' }, { port: 443 }] }),
    ],
  ])('is the same with %s', (_, object) => {
    expect(ownedFields(object)).toBe(ownedFields(live()));
  });

  it.each<[string, LiveObject]>([
    ['a value that changed', withSpec({ hard: { pods: '10' } })],
    ['a value that is gone', withSpec({ hard: {} })],
    ['an item that changed', withSpec({ ports: [{ port: 80, name: 'x' }] })],
    ['an item that is gone', withSpec({ finalizers: ['other'] })],
    [
      'a field that somebody took over',
      live({
        metadata: {
          ...live().metadata,
          managedFields: [entry({ ...OWNED, 'f:spec': {} })],
        },
      }),
    ],
  ])('is another with %s', (_, object) => {
    expect(fingerprintOf(object)).not.toBe(fingerprintOf(live()));
  });

  it('is nothing when no apply of the portal is on record', () => {
    const { metadata } = live();
    for (const managedFields of [
      undefined,
      [],
      [entry(OWNED, { operation: 'Update' })],
      [entry(OWNED, { manager: 'kubectl' })],
    ]) {
      expect(
        fingerprintOf(live({ metadata: { ...metadata, managedFields } })),
      ).toBeUndefined();
    }
  });
});
