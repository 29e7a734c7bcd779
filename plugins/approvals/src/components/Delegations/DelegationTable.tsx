import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, type ColumnConfig } from '@backstage/ui';
import type {
  Delegation,
  DelegationState,
} from '@caas/plugin-approvals-common';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { PersonLink } from '@caas/plugin-tenancy-react';
import {
  DateTime,
  PagedTable,
  StatusTag,
  type StatusTone,
} from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';
import { RevokeButton } from './RevokeButton';

const TONES: Record<DelegationState, StatusTone> = {
  planned: 'info',
  active: 'success',
  ended: 'neutral',
  revoked: 'neutral',
};

/** Every delegation by and to the person, newest first. */
export function DelegationTable(props: {
  reloadOn: unknown;
  onChanged: () => void;
}) {
  const { reloadOn, onChanged } = props;
  const api = useApi(approvalsApiRef);
  const { t } = useTranslationRef(approvalsTranslationRef);
  const columns: ColumnConfig<Delegation>[] = [
    {
      id: 'delegator',
      label: t('delegation.delegator'),
      isRowHeader: true,
      cell: ({ delegator }) => (
        <Cell>
          <PersonLink person={delegator} />
        </Cell>
      ),
    },
    {
      id: 'delegate',
      label: t('delegation.delegate'),
      cell: ({ delegate }) => (
        <Cell>
          <PersonLink person={delegate} />
        </Cell>
      ),
    },
    {
      id: 'period',
      label: t('delegation.period'),
      cell: ({ startsAt, endsAt }) => (
        <Cell>
          <DateTime value={startsAt} /> – <DateTime value={endsAt} />
        </Cell>
      ),
    },
    {
      id: 'reason',
      label: t('delegation.reason'),
      cell: ({ reason }) => <CellText title={reason} />,
    },
    {
      id: 'state',
      label: t('delegation.state'),
      cell: ({ state }) => (
        <Cell>
          <StatusTag
            tone={TONES[state]}
            label={t(`delegation.states.${state}`)}
          />
        </Cell>
      ),
    },
    {
      id: 'actions',
      label: t('delegation.actions'),
      cell: ({ id, state }) => (
        <Cell>
          {(state === 'planned' || state === 'active') && (
            <RevokeButton delegationId={id} onDone={onChanged} />
          )}
        </Cell>
      ),
    },
  ];
  return (
    <PagedTable<Delegation>
      label={t('delegation.list')}
      columns={columns}
      load={range => api.delegations.list(range)}
      dependencies={[]}
      reloadOn={reloadOn}
      empty={{
        title: t('delegation.none'),
        description: t('delegation.noneHelp'),
      }}
    />
  );
}
