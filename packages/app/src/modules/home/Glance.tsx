import { type ReactElement } from 'react';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import {
  CardGrid,
  formatNumber,
  usePortalLanguage,
  type Loadable,
} from '@caas/portal-ui';
import {
  RiApps2Line,
  RiFileList3Line,
  RiInboxArchiveLine,
  RiStackLine,
} from '@remixicon/react';
import { Link } from 'react-router-dom';
import { catalogRouteRef, requestsRouteRef, tenantsRouteRef } from './routes';
import { homeTranslationRef } from './translation';
import styles from './Glance.module.css';

/** What the figures count. */
export type GlanceProps = {
  toDecide: Loadable<number>;
  mine: Loadable<number>;
  entities: Loadable<number>;
  namespaces: Loadable<number>;
};

/** The person's day in four figures. Each leads to what it counts. */
export function Glance(props: GlanceProps) {
  const { t } = useTranslationRef(homeTranslationRef);
  const requests = useRouteRef(requestsRouteRef);
  const catalog = useRouteRef(catalogRouteRef);
  const tenants = useRouteRef(tenantsRouteRef);
  return (
    <CardGrid label={t('glance.title')} narrowest="10rem" fills>
      <Figure
        icon={<RiInboxArchiveLine />}
        label={t('glance.toDecide')}
        value={props.toDecide}
        href={requests && `${requests()}?view=to-decide`}
        isUrgent
      />
      <Figure
        icon={<RiFileList3Line />}
        label={t('glance.mine')}
        value={props.mine}
        href={requests && `${requests()}?view=mine`}
      />
      <Figure
        icon={<RiApps2Line />}
        label={t('glance.entities')}
        value={props.entities}
        href={catalog && `${catalog()}?filters[user]=owned`}
      />
      <Figure
        icon={<RiStackLine />}
        label={t('glance.namespaces')}
        value={props.namespaces}
        href={tenants?.()}
      />
    </CardGrid>
  );
}

function Figure(props: {
  icon: ReactElement;
  label: string;
  value: Loadable<number>;
  href: string | undefined;
  /** Stands out as soon as there is one. */
  isUrgent?: boolean;
}) {
  const { icon, label, value, href, isUrgent = false } = props;
  const language = usePortalLanguage();
  if (!href) return null;
  const count = value.status === 'data' ? value.data : 0;
  return (
    <li>
      <Link
        to={href}
        className={styles.figure}
        data-urgent={isUrgent && count > 0}
      >
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
        <span className={styles.label}>{label}</span>{' '}
        <span className={styles.value}>
          {value.status === 'data' && formatNumber(count, language)}
          {value.status === 'loading' && <Skeleton width={32} height={28} />}
          {/* The panel below says what is wrong. */}
          {(value.status === 'error' || value.status === 'denied') && '–'}
        </span>
      </Link>
    </li>
  );
}
