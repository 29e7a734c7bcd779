import { instructionsOf, sayReady } from '@caas/backend-testing/processes';
import { DatabaseClock } from '@caas/database-node';
import createKnex, { type Knex } from 'knex';
import { DefaultKubernetesClient } from '../../clients/DefaultKubernetesClient';
import { DatabaseApplySetStore } from '../../database/DatabaseApplySetStore';
import { runPortal } from './runPortal';

// A replica of the portal in a process of its own, as far as apply sets go: to be stopped and killed. It lives until then.

/** What the parent tells it. */
export type WorkerOptions = {
  database: Knex.Config;
  cluster: { name: string; url: string; ca: string; token: string };
  /** How far the clock of this machine is off. */
  skewSeconds?: number;
};

async function main(): Promise<void> {
  const {
    database,
    cluster,
    skewSeconds = 0,
  } = instructionsOf<WorkerOptions>();
  const { name, url, ca, token } = cluster;
  skewClock(skewSeconds);
  const knex = createKnex(database);
  const clock = await DatabaseClock.create({ knex });
  runPortal({
    sets: DatabaseApplySetStore.create({ knex }),
    clients: {
      [name]: DefaultKubernetesClient.create({
        definition: {
          name,
          title: name,
          titleEn: name,
          environments: ['dev'],
          origin: 'config',
          readAccess: () => ({ url, ca, user: { token } }),
        },
      }),
    },
    clock,
    beforeTick: () => clock.sync(),
  });
  sayReady();
}

function skewClock(seconds: number): void {
  const real = Date.now;
  Date.now = () => real() + seconds * 1000;
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
