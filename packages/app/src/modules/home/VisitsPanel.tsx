import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Link, Text } from '@backstage/ui';
import { DateTime, usePortalLanguage, type Loadable } from '@caas/portal-ui';
import { EntityIcon } from './EntityIcon';
import { Panel } from './Panel';
import { catalogRouteRef } from './routes';
import { homeTranslationRef } from './translation';
import { useEntityWords } from './useEntityWords';
import { titleOf, type Visit } from './visits';
import styles from './HomePage.module.css';

const SHOWN = 6;

/** Where the person was last. */
export function VisitsPanel(props: { visits: Loadable<Visit[]> }) {
  const { t } = useTranslationRef(homeTranslationRef);
  const catalog = useRouteRef(catalogRouteRef);
  const language = usePortalLanguage();
  const words = useEntityWords();
  return (
    <Panel
      title={t('visits.title')}
      loadable={props.visits}
      empty={{
        when: visits => visits.length === 0,
        title: t('visits.empty'),
        description: t('visits.emptyHelp'),
        action: catalog && (
          <ButtonLink variant="secondary" href={catalog()}>
            {t('visits.emptyAction')}
          </ButtonLink>
        ),
      }}
    >
      {visits => (
        <ul className={styles.lines}>
          {visits.slice(0, SHOWN).map(visit => (
            <li key={visit.href} className={styles.line}>
              <EntityIcon kind={visit.kind} />
              <div className={styles.what}>
                <Link href={visit.href}>{titleOf(visit, language)}</Link>
                <Text as="p" variant="body-small" color="secondary">
                  {words.kind(visit.kind)} ·{' '}
                  <DateTime value={visit.at} relative />
                </Text>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
