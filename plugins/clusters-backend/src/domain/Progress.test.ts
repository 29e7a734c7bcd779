import { configMap, namespace, quota } from '../__testUtils__/applySets';
import { keyOf, type InventoryEntry } from './applySet';
import { Progress } from './Progress';

const [space, limit, old] = [
  namespace('a'),
  quota('a'),
  configMap('a', 'old'),
].map(keyOf);
const known = (key: object) => ({ ...key, uid: 'u' }) as InventoryEntry;
const names = (list: readonly { kind: string }[]) =>
  list.map(({ kind }) => kind).join();

describe('Progress', () => {
  const applying = () =>
    Progress.ofApplying({
      desired: [quota('a'), namespace('a')],
      inventory: [known(space), known(old)],
    } as never);

  it('plans what stood and what is wanted, before anything is applied', () => {
    const progress = applying();
    expect(progress.inventory).toEqual([known(space), known(old), limit]);
    expect(progress.objects).toMatchObject([
      { kind: 'Namespace', state: 'pending' },
      { kind: 'ResourceQuota', state: 'pending' },
    ]);
    expect(names(progress.obsolete)).toBe('ConfigMap');
  });

  it('loses an entry only when it is gone', () => {
    const progress = applying();
    progress.applied(space, { uid: 'u2' });
    progress.failed(limit, 'Refused');
    progress.leaving(known(old));
    expect(progress.inventory).toEqual([
      { ...space, uid: 'u2' },
      known(old),
      limit,
    ]);
    expect(progress.objects.map(({ state }) => state)).toEqual([
      'healthy',
      'failed',
      'deleting',
    ]);
    expect(names(progress.obsolete)).toBe('ConfigMap');
    progress.gone(old);
    expect(names(progress.inventory)).toBe('Namespace,ResourceQuota');
    expect(progress.obsolete).toEqual([]);
  });

  it('of a deletion is all of the inventory, dependants first', () => {
    const progress = Progress.ofDeleting({
      inventory: [known(space), known(limit), known(old)],
    } as never);
    expect(names(progress.obsolete)).toBe('ConfigMap,ResourceQuota,Namespace');
    for (const entry of progress.obsolete) progress.gone(entry);
    expect(progress).toMatchObject({ objects: [], inventory: [] });
  });

  it('knows an object again when the version of its API changes', () => {
    const progress = Progress.ofApplying({
      desired: [{ ...configMap('a', 'old'), apiVersion: 'v2' }],
      inventory: [known(old)],
    } as never);
    expect(progress.inventory).toHaveLength(1);
    expect(progress.obsolete).toEqual([]);
  });
});
