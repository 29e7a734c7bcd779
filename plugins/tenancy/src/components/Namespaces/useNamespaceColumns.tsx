import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, Flex, Text, type ColumnConfig } from '@backstage/ui';
import {
  RESOURCE_DIMENSIONS,
  type Namespace,
  type Tenant,
} from '@caas/plugin-tenancy-common';
import { useTenancyWords } from '@caas/plugin-tenancy-react';
import { useBilingual } from '@caas/portal-ui';
import { clusterNamespaceRouteRef } from '../../routes';
import { tenantsTranslationRef } from '../../tenants/translation';
import { mayApply } from '../mayApply';
import { LeaseView } from './LeaseView';
import { NamespaceMenu } from './NamespaceMenu';
import { NamespaceStateTag } from './NamespaceStateTag';

/** Columns of the namespaces of a tenant. */
export function useNamespaceColumns(tenant: Tenant): ColumnConfig<Namespace>[] {
  const { t } = useTranslationRef(tenantsTranslationRef);
  const bilingual = useBilingual();
  const words = useTenancyWords();
  const toCluster = useRouteRef(clusterNamespaceRouteRef);
  return [
    {
      id: 'name',
      label: t('column.namespace'),
      isRowHeader: true,
      width: '24%',
      cell: ({ name, purpose, cluster, state }) => (
        <CellText
          title={name}
          description={purpose}
          href={
            state === 'deleted'
              ? undefined
              : toCluster?.({ cluster, namespace: name })
          }
        />
      ),
    },
    {
      id: 'place',
      label: t('column.place'),
      cell: ({ cluster, environment, partition }) => (
        <CellText
          title={words.environment(environment)}
          description={[
            cluster,
            partition && t('namespace.partition', { partition }),
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      ),
    },
    {
      id: 'size',
      label: t('column.size'),
      cell: ({ resources }) => {
        const [cpu, memory, ...rest] = RESOURCE_DIMENSIONS.map(dimension => ({
          name: words.resource(dimension),
          amount: words.amount(dimension, resources[dimension]),
        }));
        return (
          <Cell>
            <Text as="p">{`${cpu.amount} · ${memory.amount}`}</Text>
            {rest.map(({ name, amount }) => (
              <Text as="p" key={name} variant="body-small" color="secondary">
                {name} {amount}
              </Text>
            ))}
          </Cell>
        );
      },
    },
    {
      id: 'state',
      label: t('column.state'),
      cell: ({ state, message }) => (
        <Cell>
          <Flex direction="column" gap="1" align="start">
            <NamespaceStateTag state={state} />
            {message && (
              <Text variant="body-small" color="secondary">
                {bilingual(message)}
              </Text>
            )}
          </Flex>
        </Cell>
      ),
    },
    {
      id: 'lease',
      label: t('column.lease'),
      cell: ({ lease }) => (
        <Cell>
          <LeaseView lease={lease} />
        </Cell>
      ),
    },
    {
      id: 'actions',
      label: t('column.actions'),
      width: 96,
      cell: namespace => (
        <Cell>
          <NamespaceMenu namespace={namespace} mayApply={mayApply(tenant)} />
        </Cell>
      ),
    },
  ];
}
