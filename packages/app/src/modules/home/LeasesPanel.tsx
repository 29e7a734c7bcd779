import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Link, Text } from '@backstage/ui';
import { NAMESPACE_RENEW, type Namespace } from '@caas/plugin-tenancy-common';
import { useTenancyWords } from '@caas/plugin-tenancy-react';
import { DateTime, type Loadable } from '@caas/portal-ui';
import { Panel } from './Panel';
import { newRequestRouteRef, tenantRouteRef, tenantsRouteRef } from './routes';
import { homeTranslationRef } from './translation';
import styles from './HomePage.module.css';

const SHOWN = 5;

/** The namespaces whose lease ends soon, each with the way to a longer one. */
export function LeasesPanel(props: {
  leases: Loadable<Namespace[]>;
  tenantName(code: string): string;
}) {
  const { leases, tenantName } = props;
  const { t } = useTranslationRef(homeTranslationRef);
  const tenants = useRouteRef(tenantsRouteRef);
  return (
    <Panel
      title={t('leases.title')}
      loadable={leases}
      empty={{
        when: found => found.length === 0,
        title: t('leases.empty'),
        description: t('leases.emptyHelp'),
        action: tenants && (
          <ButtonLink variant="secondary" href={tenants()}>
            {t('leases.emptyAction')}
          </ButtonLink>
        ),
      }}
    >
      {found => (
        <>
          <ul className={styles.lines}>
            {found.slice(0, SHOWN).map(namespace => (
              <LeaseLine
                key={namespace.id}
                namespace={namespace}
                tenantName={tenantName}
              />
            ))}
          </ul>
          {found.length > SHOWN && (
            <Text as="p" variant="body-small" color="secondary">
              {t('leases.more', { count: found.length - SHOWN })}
            </Text>
          )}
        </>
      )}
    </Panel>
  );
}

function LeaseLine(props: {
  namespace: Namespace;
  tenantName(code: string): string;
}) {
  const { namespace, tenantName } = props;
  const { id, name, tenant, environment, lease } = namespace;
  const { t } = useTranslationRef(homeTranslationRef);
  const words = useTenancyWords();
  const toTenant = useRouteRef(tenantRouteRef);
  const newRequest = useRouteRef(newRequestRouteRef);
  const renew = new URLSearchParams({
    kind: NAMESPACE_RENEW,
    tenant,
    'payload.namespace': id,
  });
  const until = lease?.until ?? '';
  const isOver = Date.parse(until) <= Date.now();
  return (
    <li className={styles.line}>
      <div className={styles.what}>
        {toTenant ? (
          <Link href={`${toTenant({ code: tenant })}?part=namespaces`}>
            {name}
          </Link>
        ) : (
          <Text>{name}</Text>
        )}
        <Text as="p" variant="body-small" color="secondary">
          {tenantName(tenant)} · {words.environment(environment)}
        </Text>
        <Text
          as="p"
          variant="body-small"
          color={isOver ? 'danger' : 'secondary'}
        >
          {isOver ? t('leases.ended') : t('leases.ends')}{' '}
          <DateTime value={until} relative />
        </Text>
      </div>
      {newRequest && (
        <Link
          href={`${newRequest()}?${renew}`}
          aria-label={t('leases.renewOf', { name })}
        >
          {t('leases.renew')}
        </Link>
      )}
    </li>
  );
}
