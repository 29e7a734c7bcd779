import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { NAMESPACE_RENEW, type Namespace } from '@caas/plugin-tenancy-common';
import { useTenancyWords } from '@caas/plugin-tenancy-react';
import { useWizardHref } from '../../hooks/useWizardHref';
import { clusterNamespaceRouteRef } from '../../routes';
import { tenantsTranslationRef } from '../../tenants/translation';
import { LeaseView } from './LeaseView';
import styles from './NamespaceLines.module.css';
import { NamespaceStateTag } from './NamespaceStateTag';

/** Namespaces below each other, where there is no room for a table: name, place, state, lease. */
export function NamespaceLines(props: {
  label: string;
  namespaces: Namespace[];
  /** Whether the person may ask for a longer lease. */
  mayApply: boolean;
}) {
  const { label, namespaces, mayApply } = props;
  const { t } = useTranslationRef(tenantsTranslationRef);
  const words = useTenancyWords();
  const toCluster = useRouteRef(clusterNamespaceRouteRef);
  const toWizard = useWizardHref();
  return (
    <ul className={styles.lines} aria-label={label}>
      {namespaces.map(
        ({ id, name, cluster, environment, tenant, state, lease }) => {
          const href = toCluster?.({ cluster, namespace: name });
          const renewHref =
            lease && mayApply
              ? toWizard({
                  kind: NAMESPACE_RENEW,
                  tenant,
                  payload: { namespace: id },
                })
              : undefined;
          return (
            <li key={id} className={styles.line}>
              <div className={styles.what}>
                {href ? <Link href={href}>{name}</Link> : <Text>{name}</Text>}
                <Text as="p" variant="body-small" color="secondary">
                  {words.environment(environment)} · {cluster}
                </Text>
              </div>
              <div className={styles.state}>
                <NamespaceStateTag state={state} />
              </div>
              <div className={styles.lease}>
                <LeaseView lease={lease} />
              </div>
              {renewHref && (
                <Link
                  href={renewHref}
                  aria-label={t('lease.renewOf', { name })}
                >
                  {t('lease.renew')}
                </Link>
              )}
            </li>
          );
        },
      )}
    </ul>
  );
}
