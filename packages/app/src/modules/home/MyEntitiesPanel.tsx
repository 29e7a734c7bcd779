import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Flex, Link } from '@backstage/ui';
import type { Loadable } from '@caas/portal-ui';
import { EntityIcon } from './EntityIcon';
import { EntityLines } from './EntityLines';
import { Panel } from './Panel';
import { catalogRouteRef, createServiceRouteRef } from './routes';
import { homeTranslationRef } from './translation';
import { useEntityWords } from './useEntityWords';
import { OWNED_KINDS, type MyEntities } from './useMyEntities';
import styles from './HomePage.module.css';

const SHOWN = 8;

/** What the person and their groups own: how much of each kind, and the first of them. */
export function MyEntitiesPanel(props: { entities: Loadable<MyEntities> }) {
  const { t } = useTranslationRef(homeTranslationRef);
  const createService = useRouteRef(createServiceRouteRef);
  return (
    <Panel
      title={t('entities.title')}
      loadable={props.entities}
      deniedHelp={t('entities.denied')}
      empty={{
        when: found => found.totalCount === 0,
        title: t('entities.empty'),
        description: t('entities.emptyHelp'),
        action: createService && (
          <ButtonLink variant="secondary" href={createService()}>
            {t('actions.createService')}
          </ButtonLink>
        ),
      }}
    >
      {found => (
        <Flex direction="column" gap="2">
          <Kinds entities={found} />
          <EntityLines entities={found.items.slice(0, SHOWN)} />
        </Flex>
      )}
    </Panel>
  );
}

/** How many of each kind, leading to their list. */
function Kinds({ entities }: { entities: MyEntities }) {
  const catalog = useRouteRef(catalogRouteRef);
  const words = useEntityWords();
  if (!catalog) return null;
  const { countByKind } = entities;
  return (
    <ul className={styles.kinds}>
      {OWNED_KINDS.filter(kind => !countByKind || countByKind[kind]).map(
        kind => (
          <li key={kind} className={styles.kind}>
            <EntityIcon kind={kind} />
            <Link
              href={`${catalog()}?filters[kind]=${kind}&filters[user]=owned`}
            >
              {words.kind(kind)} {countByKind?.[kind]}
            </Link>
          </li>
        ),
      )}
    </ul>
  );
}
