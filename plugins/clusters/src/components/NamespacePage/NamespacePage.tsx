import { useApi } from '@backstage/core-plugin-api';
import {
  useRouteRefParams,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { NamespaceView } from '@caas/plugin-clusters-common';
import { MainAndSide, Section } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { namespaceRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { NamespaceQuota } from '../NamespaceTable/NamespaceQuota';
import { PartOfClusterPage } from '../PartOfClusterPage';
import { NamespaceFacts } from './NamespaceFacts';
import { NamespaceTabs } from './NamespaceTabs';

/** One namespace: its quota, what runs in it, and what happened lately. */
export function NamespacePage() {
  const { cluster, namespace: name } = useRouteRefParams(namespaceRouteRef);
  const { t } = useTranslationRef(clustersTranslationRef);
  const api = useApi(clustersApiRef);
  const load = async () => {
    const { items } = await api.namespaces.list({ cluster, name });
    if (items[0]) return items[0];
    throw new NotFoundError(t('namespaces.notThere', { name, cluster }));
  };
  return (
    <PartOfClusterPage
      cluster={cluster}
      title={name}
      load={load}
      dependencies={[api, cluster, name]}
      resources={['namespaces', 'pods', 'usage']}
    >
      {namespace => <NamespaceBody namespace={namespace} />}
    </PartOfClusterPage>
  );
}

function NamespaceBody({ namespace }: { namespace: NamespaceView }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const query = { cluster: namespace.cluster, namespace: namespace.name };
  return (
    <MainAndSide
      side={
        <>
          <NamespaceFacts namespace={namespace} />
          <Section title={t('namespaces.quota')}>
            <NamespaceQuota quotas={namespace.quotas} />
          </Section>
        </>
      }
    >
      <NamespaceTabs query={query} />
    </MainAndSide>
  );
}
