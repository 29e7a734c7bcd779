import createKnex, { type Knex } from 'knex';
import { DefaultKubernetesClient } from '../../clients/DefaultKubernetesClient';
import { DatabaseApplySetStore } from '../../database/DatabaseApplySetStore';
import { DatabaseClock } from '../../database/DatabaseClock';
import { runPortal } from './runPortal';

// A replica of the portal in a process of its own, as far as apply sets go: to be stopped and killed. It lives until then.

/** What the parent tells it, as JSON in the variable `WORKER`. */
export type WorkerOptions = {
  database: Knex.Config;
  cluster: { name: string; url: string; ca: string; token: string };
  /** How far the clock of this machine is off. */
  skewSeconds?: number;
};

async function main(): Promise<void> {
  const options: WorkerOptions = JSON.parse(process.env.WORKER!);
  const { database, cluster, skewSeconds = 0 } = options;
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
  process.send?.('ready');
  // A parent that dies takes it along.
  process.on('disconnect', () => process.exit(0));
}

function skewClock(seconds: number): void {
  const real = Date.now;
  Date.now = () => real() + seconds * 1000;
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
