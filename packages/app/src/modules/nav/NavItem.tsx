import { type ReactNode } from 'react';
import { useSidebarPinState } from '@backstage/core-components';
import { NavLink } from 'react-router-dom';
import styles from './Nav.module.css';

/** A line of the navigation that leads to a page. The router says `aria-current` on the page that is shown. */
export function NavItem(props: {
  to: string;
  icon: ReactNode;
  label: string;
  /** How many things wait there. */
  count?: number;
  onClick?(): void;
}) {
  const { to, icon, label, count = 0, onClick } = props;
  const { isPinned } = useSidebarPinState();
  return (
    <NavLink
      to={to}
      end={to === '/'}
      className={styles.item}
      title={isPinned ? undefined : label}
      onClick={onClick}
    >
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      {/* The blank parts name and count for screen readers. */}
      <span className={styles.label}>{label}</span>{' '}
      {count > 0 && (
        <span className={styles.count}>{count > 99 ? '99+' : count}</span>
      )}
    </NavLink>
  );
}
