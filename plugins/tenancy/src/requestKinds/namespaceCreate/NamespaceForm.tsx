import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text, TextField } from '@backstage/ui';
import type { RequestKindFormProps } from '@caas/plugin-approvals-react';
import {
  NAMESPACE_NAME_MAX,
  namespaceNameOf,
} from '@caas/plugin-tenancy-common';
import { tenancyApiRef, useTenancyChanges } from '@caas/plugin-tenancy-react';
import { FieldFrame, LoadableView, useLoadable } from '@caas/portal-ui';
import { tenancyTranslationRef } from '../../translation';
import { draftOf, type NamespaceDraft } from './namespaceDraft';
import { PoolField } from './PoolField';
import { SizeField } from './SizeField';
import styles from './NamespaceForm.module.css';

/** The fields of a request for a namespace. */
export function NamespaceForm(props: RequestKindFormProps) {
  const { tenant, value, onChange, errors } = props;
  const draft = draftOf(value);
  const api = useApi(tenancyApiRef);
  const { t } = useTranslationRef(tenancyTranslationRef);
  const pools = useLoadable(
    () => api.quotas.list({ code: tenant }),
    [api, tenant],
    { reloadOn: useTenancyChanges(tenant) },
  );
  const change = (changes: Partial<NamespaceDraft>) =>
    onChange({ ...draft, ...changes });
  return (
    <Flex direction="column" gap="4">
      <FieldFrame problem={errors.name}>
        {field => (
          <TextField
            {...field}
            label={t('form.name')}
            secondaryLabel={t('form.required')}
            description={t('form.nameHelp')}
            value={draft.name}
            onChange={name => change({ name })}
            maxLength={NAMESPACE_NAME_MAX}
            autoComplete="off"
            spellCheck="false"
            isRequired
          />
        )}
      </FieldFrame>
      <Text as="p" variant="body-small" color="secondary" aria-live="polite">
        {t('form.fullName')}{' '}
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
            onChange={change}
            problem={errors.cluster ?? errors.environment}
          />
        )}
      </LoadableView>
      <SizeField draft={draft} onChange={change} errors={errors} />
    </Flex>
  );
}
