import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, Flex, Text, type ColumnConfig } from '@backstage/ui';
import type { DryRun, PolicyOutcome } from '@caas/plugin-approvals-common';
import { RequestStateTag } from '@caas/plugin-approvals-react';
import { useTenantNames } from '@caas/plugin-tenancy-react';
import { PagedTable, useBilingual } from '@caas/portal-ui';
import { requestRouteRef } from '../../routes';
import { approvalsTranslationRef } from '../../translation';

type Difference = DryRun['differences'][number] & { id: string };

/** The requests that the edited policy would treat otherwise, with what they would get now and then. */
export function DifferenceTable({ result }: { result: DryRun }) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  const bilingual = useBilingual();
  const tenantName = useTenantNames();
  const requestHref = useRouteRef(requestRouteRef);
  const rows: Difference[] = result.differences.map(difference => ({
    ...difference,
    id: difference.requestId,
  }));
  const columns: ColumnConfig<Difference>[] = [
    {
      id: 'title',
      label: t('column.request'),
      isRowHeader: true,
      cell: ({ title, tenant }) => (
        <CellText title={bilingual(title)} description={tenantName(tenant)} />
      ),
    },
    {
      id: 'state',
      label: t('column.state'),
      cell: ({ state }) => (
        <Cell>
          <RequestStateTag state={state} />
        </Cell>
      ),
    },
    {
      id: 'before',
      label: t('policy.before'),
      cell: ({ before }) => (
        <Cell>
          <Outcome outcome={before} />
        </Cell>
      ),
    },
    {
      id: 'after',
      label: t('policy.after'),
      cell: ({ after }) => (
        <Cell>
          <Outcome outcome={after} />
        </Cell>
      ),
    },
  ];
  return (
    <Flex direction="column" gap="3">
      <Text as="p" role="status">
        {t('policy.counts', {
          differences: String(rows.length),
          replayed: String(result.replayed),
        })}
      </Text>
      {rows.length > 0 && (
        <PagedTable<Difference>
          label={t('policy.result')}
          columns={columns}
          load={async ({ limit, offset }) => ({
            items: rows.slice(offset, offset + limit),
            totalCount: rows.length,
          })}
          dependencies={[result.version, rows.map(({ id }) => id)]}
          getHref={({ id }) => requestHref?.({ id })}
          empty={{ title: t('policy.same'), description: t('policy.sameHelp') }}
        />
      )}
    </Flex>
  );
}

function Outcome({ outcome }: { outcome: PolicyOutcome }) {
  const { rule, isAutomatic, stages, failure } = outcome;
  const { t } = useTranslationRef(approvalsTranslationRef);
  const bilingual = useBilingual();
  return (
    <Flex direction="column" gap="1">
      <Text variant="body-small" weight="bold">
        {rule}
      </Text>
      {isAutomatic && <Text variant="body-small">{t('policy.automatic')}</Text>}
      {stages.map(({ title, approvers }, index) => (
        <Text key={index} variant="body-small" color="secondary">
          {index + 1}. {bilingual(title)} ({approvers})
        </Text>
      ))}
      {failure && (
        <Text variant="body-small" color="warning">
          {bilingual(failure)}
        </Text>
      )}
    </Flex>
  );
}
