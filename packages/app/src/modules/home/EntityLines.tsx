import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { StatusTag, type StatusTone } from '@caas/portal-ui';
import { EntityIcon } from './EntityIcon';
import type { EntitySummary } from './entitySummary';
import { entityRouteRef } from './routes';
import { useEntityWords } from './useEntityWords';
import styles from './HomePage.module.css';

/** What the lifecycle of something says to those who look at it. */
const LIFECYCLE_TONES: Record<string, StatusTone> = {
  production: 'success',
  experimental: 'info',
  deprecated: 'warning',
};

/** Entities below each other: picture of the kind, name, what it is, and its state. */
export function EntityLines({ entities }: { entities: EntitySummary[] }) {
  const toEntity = useRouteRef(entityRouteRef);
  const words = useEntityWords();
  return (
    <ul className={styles.lines}>
      {entities.map(entity => (
        <li key={entity.ref} className={styles.line}>
          <EntityIcon kind={entity.kind} />
          <div className={styles.what}>
            {toEntity ? (
              <Link href={toEntity(entity)}>{entity.title}</Link>
            ) : (
              <Text>{entity.title}</Text>
            )}
            <Text as="p" variant="body-small" color="secondary">
              {words.kind(entity.kind)}
              {entity.type && ` · ${words.type(entity.type)}`}
            </Text>
          </div>
          {entity.lifecycle && (
            <StatusTag
              tone={LIFECYCLE_TONES[entity.lifecycle] ?? 'neutral'}
              label={words.lifecycle(entity.lifecycle)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
