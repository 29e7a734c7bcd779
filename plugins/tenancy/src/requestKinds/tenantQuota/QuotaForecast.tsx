import {
  RESOURCE_DIMENSIONS,
  type Quota,
  type Resources,
} from '@caas/plugin-tenancy-common';
import { PoolForecast } from '../shared/PoolForecast';

/** The pool as it would be with another limit: what namespaces hold of it stays. */
export function QuotaForecast(props: {
  pool: Quota;
  hard: Partial<Resources>;
}) {
  const { pool, hard } = props;
  const isWhole = RESOURCE_DIMENSIONS.every(
    dimension => hard[dimension] !== undefined,
  );
  if (!isWhole) return null;
  return (
    <PoolForecast
      pool={{ ...pool, hard: { ...pool.hard, ...hard } }}
      asked={pool.requested}
    />
  );
}
