import { useEffect } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Select } from '@backstage/ui';
import type { Quota } from '@caas/plugin-tenancy-common';
import { useTenancyWords } from '@caas/plugin-tenancy-react';
import {
  FieldFrame,
  formatBytes,
  formatCores,
  usePortalLanguage,
} from '@caas/portal-ui';
import { tenancyTranslationRef } from '../../translation';
import { exceeds, leftIn, type NamespaceDraft } from './namespaceDraft';

/** Chooses a cluster and an environment: one of the tenant's pools. The only one is chosen by itself. */
export function PoolField(props: {
  pools: Quota[];
  draft: NamespaceDraft;
  onChange(changes: Partial<NamespaceDraft>): void;
  problem?: string;
}) {
  const { pools, draft, onChange, problem } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const words = useTenancyWords();
  const language = usePortalLanguage();
  const chosen = pools.find(pool => keyOf(pool) === keyOf(draft));

  // A pool of the tenant that was chosen before is none of this one's.
  const fitting = pools.length === 1 ? pools[0] : undefined;
  const mustChange = !chosen && (fitting || draft.cluster !== '');
  useEffect(() => {
    if (!mustChange) return;
    onChange({
      cluster: fitting?.cluster ?? '',
      environment: fitting?.environment ?? '',
    });
  });

  const leftText = (pool: Quota) => {
    const { cpuMillicores, memoryBytes } = leftIn(pool);
    return t('form.left', {
      cpu: formatCores(cpuMillicores, language),
      memory: formatBytes(memoryBytes, language),
    });
  };
  return (
    <>
      <FieldFrame problem={problem}>
        {field => (
          <Select
            {...field}
            label={t('form.pool')}
            secondaryLabel={t('form.required')}
            description={t('form.poolHelp')}
            placeholder={t('form.choosePool')}
            options={pools.map(pool => ({
              id: keyOf(pool),
              label: t('pool.name', {
                cluster: pool.cluster,
                environment: words.environment(pool.environment),
              }),
              description: leftText(pool),
            }))}
            value={chosen ? keyOf(chosen) : null}
            onChange={key => {
              const pool = pools.find(candidate => keyOf(candidate) === key);
              if (!pool) return;
              const { cluster, environment } = pool;
              onChange({ cluster, environment });
            }}
            isRequired
          />
        )}
      </FieldFrame>
      {chosen && exceeds(draft, chosen) && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t('form.exceeds')}
          description={leftText(chosen)}
        />
      )}
    </>
  );
}

function keyOf(pool: { cluster: string; environment: string }): string {
  return `${pool.cluster}/${pool.environment}`;
}
