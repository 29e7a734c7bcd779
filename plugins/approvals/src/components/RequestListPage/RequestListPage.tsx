import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { LoadingState, PageFrame } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';
import { ListFilters } from './ListFilters';
import { StandInBanner } from '../Delegations';
import { ListActions } from './ListActions';
import { RequestTable } from './RequestTable';
import { useListQuery, VIEWS, type View } from './useListQuery';

/** The lists of requests: to decide, mine, all. */
export function RequestListPage() {
  const { t } = useTranslationRef(approvalsTranslationRef);
  const { query, change, waitingCount } = useListQuery();
  const { view } = query;
  return (
    <PageFrame
      title={t('list.title')}
      description={t('list.description')}
      actions={<ListActions />}
    >
      <StandInBanner />
      {view ? (
        <Tabs
          selectedKey={view}
          onSelectionChange={key => change({ view: key as View })}
        >
          <TabList aria-label={t('list.title')}>
            {VIEWS.map(name => (
              <Tab key={name} id={name}>
                {name === 'to-decide' && waitingCount
                  ? t('list.toDecideCount', { waiting: String(waitingCount) })
                  : t(`list.view.${name}`)}
              </Tab>
            ))}
          </TabList>
          {VIEWS.map(name => (
            <TabPanel key={name} id={name}>
              <ListFilters query={query} onChange={change} />
              <RequestTable query={{ ...query, view: name }} />
            </TabPanel>
          ))}
        </Tabs>
      ) : (
        <LoadingState />
      )}
    </PageFrame>
  );
}
