import { useId } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NavItem } from './NavItem';
import type { NavGroup } from './navGroups';
import { navLabelKey, navTranslationRef } from './translation';
import styles from './Nav.module.css';

/** The pages of the portal, in groups with headings. */
export function NavGroups({ groups }: { groups: NavGroup[] }) {
  return (
    <>
      {groups.map(group => (
        <NavGroupList key={group.name} group={group} />
      ))}
    </>
  );
}

function NavGroupList({ group }: { group: NavGroup }) {
  const { t } = useTranslationRef(navTranslationRef);
  const headingId = useId();
  return (
    <section className={styles.group} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        {t(`group.${group.name}`)}
      </h2>
      <ul className={styles.items}>
        {group.items.map(({ node, href, title, icon }) => {
          // Titles of pages are static; the bar says them in the person's language where it knows the page.
          const key = navLabelKey(node.spec.id);
          return (
            <li key={node.spec.id}>
              <NavItem to={href} icon={icon} label={key ? t(key) : title} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
