import { listOperations } from '@caas/contract';
import { tenancyContract } from './contract';

it('asks of whoever lists tenants what it asks of whoever reads their quotas, because the list has figures of quotas', () => {
  const operations = listOperations(tenancyContract);
  const accessOf = (wanted: string) =>
    operations.find(({ name }) => name === wanted)?.access;
  expect(accessOf('tenants.list')).toMatchObject({ kind: 'permission' });
  expect(accessOf('tenants.list')).toEqual(accessOf('quotas.list'));
});
