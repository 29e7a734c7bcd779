import { type ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex } from '@backstage/ui';
import type { Namespace } from '@caas/plugin-tenancy-common';
import { LoadableView } from '@caas/portal-ui';
import { requestKindsTranslationRef } from '../translation';
import { NamespaceField } from './NamespaceField';
import { useNamespaces } from './useNamespaces';

/** Chooses a namespace of the tenant, and shows what is asked about it below. */
export function NamespaceChoice(props: {
  tenant: string;
  value: string;
  onChange(namespace: Namespace): void;
  onDefault(namespace: Namespace | undefined): void;
  isKnown(namespace: Namespace): boolean;
  problem?: string;
  /** Those that can be chosen; all that are not being deleted when left out. */
  isFit?(namespace: Namespace): boolean;
  children(namespace: Namespace): ReactNode;
}) {
  const { tenant, isFit, children, ...field } = props;
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const namespaces = useNamespaces(tenant, isFit);
  return (
    <LoadableView
      loadable={namespaces}
      empty={{
        when: items => items.length === 0,
        title: t('namespace.none'),
        description: t('namespace.noneHelp'),
      }}
    >
      {items => {
        const chosen = items.find(({ id }) => id === props.value);
        return (
          <Flex direction="column" gap="4">
            <NamespaceField {...field} namespaces={items} />
            {chosen && children(chosen)}
          </Flex>
        );
      }}
    </LoadableView>
  );
}
