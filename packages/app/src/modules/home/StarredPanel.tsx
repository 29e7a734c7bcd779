import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import type { Loadable } from '@caas/portal-ui';
import { EntityLines } from './EntityLines';
import type { EntitySummary } from './entitySummary';
import { Panel } from './Panel';
import { catalogRouteRef } from './routes';
import { homeTranslationRef } from './translation';

const SHOWN = 5;

/** What the person marked with a star in the catalog. */
export function StarredPanel(props: { starred: Loadable<EntitySummary[]> }) {
  const { t } = useTranslationRef(homeTranslationRef);
  const catalog = useRouteRef(catalogRouteRef);
  return (
    <Panel
      title={t('starred.title')}
      loadable={props.starred}
      deniedHelp={t('entities.denied')}
      all={
        catalog && {
          href: `${catalog()}?filters[user]=starred`,
          count: found => found.length,
        }
      }
      empty={{
        when: found => found.length === 0,
        title: t('starred.empty'),
        description: t('starred.emptyHelp'),
        action: catalog && (
          <ButtonLink variant="secondary" href={catalog()}>
            {t('starred.emptyAction')}
          </ButtonLink>
        ),
      }}
    >
      {found => <EntityLines entities={found.slice(0, SHOWN)} />}
    </Panel>
  );
}
