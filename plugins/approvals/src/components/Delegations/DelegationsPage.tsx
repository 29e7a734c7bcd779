import { useState } from 'react';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePeople } from '@caas/plugin-tenancy-react';
import { LoadableView, MainAndSide, PageFrame, Section } from '@caas/portal-ui';
import { rootRouteRef } from '../../routes';
import { approvalsTranslationRef } from '../../translation';
import { DelegationForm } from './DelegationForm';
import { DelegationTable } from './DelegationTable';
import { StandInBanner } from './StandInBanner';

/** Who stands in for the person, and for whom they do. */
export function DelegationsPage() {
  const { t } = useTranslationRef(approvalsTranslationRef);
  const listHref = useRouteRef(rootRouteRef)?.() ?? '';
  const people = usePeople();
  const [changes, setChanges] = useState(0);
  const reload = () => setChanges(count => count + 1);
  return (
    <PageFrame
      title={t('delegation.title')}
      description={t('delegation.description')}
      breadcrumbs={[{ label: t('list.title'), href: listHref }]}
    >
      <StandInBanner reloadOn={changes} />
      <MainAndSide
        side={
          <Section title={t('delegation.new')}>
            <LoadableView loadable={people}>
              {found => <DelegationForm people={found} onCreated={reload} />}
            </LoadableView>
          </Section>
        }
      >
        <DelegationTable reloadOn={changes} onChanged={reload} />
      </MainAndSide>
    </PageFrame>
  );
}
