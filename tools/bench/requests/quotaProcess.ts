// quotaProcess.ts '{"connection":"postgresql://…","decisions":4000}': gives so many requests their share of one quota, ten at once,
// in a process of its own; prints how many a second.
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { usualResources } from '@caas/plugin-tenancy-common';
import knexFactory from 'knex';
import { DatabaseLedgerStore } from '../../../plugins/tenancy-backend/src/database/DatabaseLedgerStore';
import { DatabaseTenantStore } from '../../../plugins/tenancy-backend/src/database/DatabaseTenantStore';

const options: { connection: string; decisions: number } = JSON.parse(
  process.argv[2],
);
const AT_ONCE = 10;
/** Until the code is compiled. */
const WARM_UP = 300;
const GIBIBYTE = 2 ** 30;
const QUOTA = {
  tenant: 'life',
  cluster: 'nonprod',
  environment: 'dev',
} as const;
const ASKED = usualResources({ cpuMillicores: 100, memoryBytes: GIBIBYTE });

async function main() {
  const knex = knexFactory({
    client: 'pg',
    connection: options.connection,
    pool: { min: 0, max: AT_ONCE },
  });
  await knex.migrate.latest({
    directory: resolvePackagePath('@caas/plugin-tenancy-backend', 'migrations'),
  });
  const cores = options.decisions + WARM_UP;
  await DatabaseTenantStore.create({ knex }).applyDefinitions(
    [
      {
        code: QUOTA.tenant,
        name: '寿险',
        nameEn: 'Life insurance',
        state: 'active',
        group: 'group:default/life',
        contacts: [],
        members: [],
        quotas: [
          {
            cluster: QUOTA.cluster,
            environment: QUOTA.environment,
            hard: usualResources({
              cpuMillicores: cores * 1000,
              memoryBytes: cores * GIBIBYTE,
            }),
          },
        ],
      },
    ],
    new Date(),
  );
  const ledger = DatabaseLedgerStore.create({ knex });
  let next = 0;
  const allocateUntil = async (end: number) => {
    while (next < end) {
      next += 1;
      const requestId = `r${next}`;
      await ledger.allocate(
        {
          ...QUOTA,
          name: `life-${requestId}-dev`,
          resources: ASKED,
          purpose: 'To measure it',
          requestId,
          requester: 'user:default/li-wei',
        },
        new Date(),
      );
    }
  };
  const run = (end: number) =>
    Promise.all(Array.from({ length: AT_ONCE }, () => allocateUntil(end)));
  await run(WARM_UP);
  const before = process.cpuUsage();
  const started = performance.now();
  await run(cores);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  console.log(
    JSON.stringify({
      perSecond: options.decisions / seconds,
      cpuMs: (user + system) / 1000 / options.decisions,
    }),
  );
  await knex.destroy();
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
