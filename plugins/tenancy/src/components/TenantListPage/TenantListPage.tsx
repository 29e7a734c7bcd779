import { useState } from 'react';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { ButtonLink, Flex, SearchField, Select } from '@backstage/ui';
import {
  tenantCreatePermission,
  type ListedTenant,
} from '@caas/plugin-tenancy-common';
import { useTenants } from '@caas/plugin-tenancy-react';
import { LoadableView, PageFrame } from '@caas/portal-ui';
import { RiAddLine } from '@remixicon/react';
import { manageTranslationRef } from '../../manage/translation';
import { newTenantRouteRef } from '../../routes';
import { tenantsTranslationRef } from '../../tenants/translation';
import {
  filterTenants,
  TENANT_STATES,
  type TenantFilter,
} from './filterTenants';
import styles from './TenantListPage.module.css';
import { TenantTable } from './TenantTable';

/** The tenants that the person may see. */
export function TenantListPage() {
  const { t } = useTranslationRef(tenantsTranslationRef);
  const tenants = useTenants();
  return (
    <PageFrame
      title={t('list.title')}
      description={t('list.description')}
      actions={<NewTenantLink />}
    >
      <LoadableView
        loadable={tenants}
        empty={{
          when: found => found.length === 0,
          title: t('list.empty'),
          description: t('list.emptyHelp'),
          action: <NewTenantLink />,
        }}
      >
        {found => <TenantList tenants={found} />}
      </LoadableView>
    </PageFrame>
  );
}

/** A platform has tens of tenants, and they are all here: what is looked for is found without the server. */
function TenantList({ tenants }: { tenants: ListedTenant[] }) {
  const { t } = useTranslationRef(tenantsTranslationRef);
  const [filter, setFilter] = useState<TenantFilter>({
    text: '',
    state: 'all',
  });
  return (
    <>
      <Flex gap="3" align="end" className={styles.filters}>
        <div className={styles.filter}>
          <SearchField
            label={t('list.search')}
            placeholder={t('list.searchExample')}
            value={filter.text}
            onChange={text => setFilter({ ...filter, text })}
          />
        </div>
        <div className={styles.filter}>
          <Select
            label={t('list.state')}
            options={[
              { id: 'all', label: t('list.everyState') },
              ...TENANT_STATES.map(state => ({
                id: state,
                label: t(`state.${state}`),
              })),
            ]}
            value={filter.state}
            onChange={key =>
              // The keys are those of the options.
              setFilter({ ...filter, state: key as TenantFilter['state'] })
            }
          />
        </div>
      </Flex>
      <TenantTable tenants={filterTenants(tenants, filter)} />
    </>
  );
}

/** For those who may make tenants; nothing for others. */
function NewTenantLink() {
  const { t } = useTranslationRef(manageTranslationRef);
  const href = useRouteRef(newTenantRouteRef)?.();
  const { allowed } = usePermission({ permission: tenantCreatePermission });
  if (!allowed || !href) return null;
  return (
    <ButtonLink href={href} iconStart={<RiAddLine />}>
      {t('tenant.new')}
    </ButtonLink>
  );
}
