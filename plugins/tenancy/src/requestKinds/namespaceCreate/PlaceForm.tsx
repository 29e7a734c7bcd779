import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text, TextField } from '@backstage/ui';
import type { RequestKindFormProps } from '@caas/plugin-approvals-react';
import {
  NAMESPACE_NAME_MAX,
  namespaceNameOf,
} from '@caas/plugin-tenancy-common';
import { FieldFrame, LoadableView } from '@caas/portal-ui';
import { usePools } from '../shared/usePools';
import { requestKindsTranslationRef } from '../translation';
import { createDraftOf } from './createDraft';
import { PartitionField } from './PartitionField';
import { PoolField } from './PoolField';
import styles from './PlaceForm.module.css';

/** What the namespace is called, and where it stands. */
export function PlaceForm(props: RequestKindFormProps) {
  const { tenant, value, onChange, onDefault, errors } = props;
  const draft = createDraftOf(value);
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const pools = usePools(tenant);
  return (
    <Flex direction="column" gap="4">
      <FieldFrame problem={errors.name}>
        {field => (
          <TextField
            {...field}
            label={t('name.label')}
            secondaryLabel={t('form.required')}
            description={t('name.help')}
            value={draft.name}
            onChange={name => onChange({ ...value, name })}
            maxLength={NAMESPACE_NAME_MAX}
            autoComplete="off"
            spellCheck="false"
            isRequired
          />
        )}
      </FieldFrame>
      <Text as="p" variant="body-small" color="secondary" aria-live="polite">
        {t('name.full')}{' '}
        <code className={styles.name}>
          {namespaceNameOf(tenant, {
            name: draft.name.trim() || '…',
            environment: draft.environment || '…',
          })}
        </code>
      </Text>
      <LoadableView
        loadable={pools}
        empty={{
          when: ({ items }) => items.length === 0,
          title: t('pool.none'),
          description: t('pool.noneHelp'),
        }}
      >
        {({ items }) => (
          <PoolField
            pools={items}
            draft={draft}
            // A partition of one cluster is none of another's.
            onChange={place => onChange({ ...value, ...place, partition: '' })}
            onDefault={place =>
              onDefault({ ...value, ...place, partition: '' })
            }
            problem={errors.cluster ?? errors.environment}
          />
        )}
      </LoadableView>
      {draft.cluster && (
        <PartitionField
          cluster={draft.cluster}
          value={draft.partition}
          onChange={partition => onChange({ ...value, partition })}
          problem={errors.partition}
        />
      )}
    </Flex>
  );
}
