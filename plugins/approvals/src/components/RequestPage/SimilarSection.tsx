import { useApi } from '@backstage/core-plugin-api';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Link, Text } from '@backstage/ui';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { useTenantNames } from '@caas/plugin-tenancy-react';
import {
  LoadableView,
  LoadingState,
  Section,
  useBilingual,
  useLoadable,
} from '@caas/portal-ui';
import type { SimilarDecision } from '@caas/plugin-approvals-common';
import { requestRouteRef } from '../../routes';
import { approvalsTranslationRef } from '../../translation';
import { DecisionList } from '../Stages';
import styles from './SimilarSection.module.css';

/** What others decided about requests like this one, so that the same question gets the same answer. */
export function SimilarSection({ requestId }: { requestId: string }) {
  const api = useApi(approvalsApiRef);
  const { t } = useTranslationRef(approvalsTranslationRef);
  const similar = useLoadable(
    () => api.requests.similar({ id: requestId }),
    [api, requestId],
  );
  return (
    <Section title={t('similar.title')}>
      <LoadableView
        loadable={similar}
        loading={<LoadingState rows={2} />}
        empty={{
          when: ({ items }) => items.length === 0,
          title: t('similar.none'),
          description: t('similar.noneHelp'),
        }}
      >
        {({ items }) => (
          <ul className={styles.list}>
            {items.map(item => (
              <li key={`${item.requestId} ${item.by} ${item.at}`}>
                <SimilarItem item={item} />
              </li>
            ))}
          </ul>
        )}
      </LoadableView>
    </Section>
  );
}

function SimilarItem({ item }: { item: SimilarDecision }) {
  const bilingual = useBilingual();
  const tenantName = useTenantNames();
  const href = useRouteRef(requestRouteRef)?.({ id: item.requestId });
  const title = bilingual(item.title);
  return (
    <Flex direction="column" gap="1">
      <Flex align="center" gap="2">
        {href ? <Link href={href}>{title}</Link> : <Text>{title}</Text>}
        <Text variant="body-small" color="secondary">
          {tenantName(item.tenant)}
        </Text>
      </Flex>
      <DecisionList decisions={[{ ...item, payloadHash: '' }]} />
    </Flex>
  );
}
