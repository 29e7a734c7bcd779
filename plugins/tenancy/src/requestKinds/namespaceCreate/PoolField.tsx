import { useEffect } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import type { Quota } from '@caas/plugin-tenancy-common';
import { useTenancyWords } from '@caas/plugin-tenancy-react';
import { FieldFrame } from '@caas/portal-ui';
import { placeKey, poolAt } from '../shared/usePools';
import { requestKindsTranslationRef } from '../translation';

type Place = { cluster: string; environment: string };

/** Chooses a cluster and an environment: one of the tenant's pools. The only one is chosen by itself. */
export function PoolField(props: {
  pools: Quota[];
  draft: Place;
  onChange(place: Place): void;
  onDefault(place: Place): void;
  problem?: string;
}) {
  const { pools, draft, onChange, onDefault, problem } = props;
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const words = useTenancyWords();
  const chosen = poolAt(pools, draft);

  // A pool of the tenant that was chosen before is none of this one's. An address may name the environment alone.
  const fitting = pools.filter(
    ({ cluster, environment }) =>
      (!draft.cluster || cluster === draft.cluster) &&
      (!draft.environment || environment === draft.environment),
  );
  const only = fitting.length === 1 ? fitting[0] : undefined;
  const isForeign = !chosen && fitting.length === 0;
  useEffect(() => {
    if (chosen) return;
    if (only) {
      onDefault({ cluster: only.cluster, environment: only.environment });
    } else if (isForeign) {
      onDefault({ cluster: '', environment: '' });
    }
  });

  return (
    <FieldFrame problem={problem}>
      {field => (
        <Select
          {...field}
          label={t('pool.label')}
          secondaryLabel={t('form.required')}
          description={t('pool.help')}
          placeholder={t('pool.choose')}
          options={pools.map(pool => {
            const left = (dimension: 'cpuMillicores' | 'memoryBytes') =>
              words.amount(
                dimension,
                Math.max(0, pool.hard[dimension] - pool.allocated[dimension]),
              );
            return {
              id: placeKey(pool),
              label: t('pool.name', {
                cluster: pool.cluster,
                environment: words.environment(pool.environment),
              }),
              description: t('pool.left', {
                cpu: left('cpuMillicores'),
                memory: left('memoryBytes'),
              }),
            };
          })}
          value={chosen ? placeKey(chosen) : null}
          onChange={key => {
            const pool = pools.find(candidate => placeKey(candidate) === key);
            if (!pool) return;
            const { cluster, environment } = pool;
            onChange({ cluster, environment });
          }}
          isRequired
        />
      )}
    </FieldFrame>
  );
}
