import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Select } from '@backstage/ui';
import {
  REQUEST_STATES,
  type RequestState,
} from '@caas/plugin-approvals-common';
import { approvalsReactTranslationRef } from '@caas/plugin-approvals-react';
import { useTenancyWords, useTenants } from '@caas/plugin-tenancy-react';
import { approvalsTranslationRef } from '../../translation';
import type { ListQuery } from './useListQuery';
import styles from './ListFilters.module.css';

/** Stands for "no filter": a select has no other way to go back to nothing. */
const ALL = 'all';

/** States that a request can be seen in: a draft is never stored. */
const STATES = REQUEST_STATES.filter(state => state !== 'draft');

/** Narrows the list by state and tenant. */
export function ListFilters(props: {
  query: ListQuery;
  onChange(changes: Partial<ListQuery>): void;
}) {
  const { query, onChange } = props;
  const { t } = useTranslationRef(approvalsTranslationRef);
  const { t: stateText } = useTranslationRef(approvalsReactTranslationRef);
  const words = useTenancyWords();
  const tenants = useTenants();
  const tenantOptions =
    tenants.status === 'data'
      ? tenants.data.map(tenant => ({
          id: tenant.code,
          label: words.tenantName(tenant),
        }))
      : [];
  return (
    <Flex className={styles.filters} gap="3" my="3">
      <div className={styles.filter}>
        <Select
          label={t('list.state')}
          options={[
            { id: ALL, label: t('list.everyState') },
            ...STATES.map(state => ({
              id: state,
              label: stateText(`state.${state}`),
            })),
          ]}
          value={query.state ?? ALL}
          onChange={key =>
            onChange({ state: key === ALL ? undefined : (key as RequestState) })
          }
        />
      </div>
      {(tenantOptions.length > 1 || query.tenant) && (
        <div className={styles.filter}>
          <Select
            label={t('list.tenant')}
            options={[
              { id: ALL, label: t('list.everyTenant') },
              ...withChosen(tenantOptions, query.tenant),
            ]}
            value={query.tenant ?? ALL}
            onChange={key =>
              onChange({ tenant: key === ALL ? undefined : String(key) })
            }
          />
        </div>
      )}
    </Flex>
  );
}

/** The chosen tenant stays visible while names load, and when the person may not see the tenant. */
function withChosen(
  options: { id: string; label: string }[],
  chosen: string | undefined,
) {
  const isKnown = !chosen || options.some(({ id }) => id === chosen);
  return isKnown ? options : [...options, { id: chosen, label: chosen }];
}
