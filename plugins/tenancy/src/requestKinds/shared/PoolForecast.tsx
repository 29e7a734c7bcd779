import { useId } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  RESOURCE_DIMENSIONS,
  type Quota,
  type Resources,
} from '@caas/plugin-tenancy-common';
import { useTenancyWords } from '@caas/plugin-tenancy-react';
import { QuotaBar } from '@caas/portal-ui';
import { requestKindsTranslationRef } from '../translation';
import styles from './PoolForecast.module.css';

/** What a pool would have left, at once while the person writes; the server says it again with what others ask for. */
export function PoolForecast(props: {
  pool: Quota;
  /** What is asked for, as far as it can be read. */
  asked: Partial<Resources>;
  /** What the namespace holds already, which it would give back. */
  own?: Resources;
}) {
  const { pool, asked, own } = props;
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const words = useTenancyWords();
  const titleId = useId();
  return (
    <div role="group" aria-labelledby={titleId}>
      <Text as="h3" id={titleId} variant="body-medium" weight="bold">
        {t('pool.forecast', {
          pool: t('pool.name', {
            cluster: pool.cluster,
            environment: words.environment(pool.environment),
          }),
        })}
      </Text>
      <div className={styles.bars}>
        {RESOURCE_DIMENSIONS.map(dimension => (
          <QuotaBar
            key={dimension}
            label={words.resource(dimension)}
            used={pool.allocated[dimension] - (own?.[dimension] ?? 0)}
            requested={asked[dimension] ?? 0}
            limit={pool.hard[dimension]}
            format={amount => words.amount(dimension, amount)}
          />
        ))}
      </div>
    </div>
  );
}
