import type { Quota } from '@caas/plugin-tenancy-common';
import { PoolBars } from './PoolBars';
import styles from './PoolGrid.module.css';

/** The pools of a tenant beside each other. */
export function PoolGrid({ pools }: { pools: Quota[] }) {
  return (
    <div className={styles.pools}>
      {pools.map(pool => (
        <PoolBars key={`${pool.cluster}/${pool.environment}`} pool={pool} />
      ))}
    </div>
  );
}
