import { type ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Flex, Link, Text } from '@backstage/ui';
import { portalUiTranslationRef } from '../translation';
import { useDocumentTitle } from './useDocumentTitle';
import styles from './PageFrame.module.css';

/** @public */
export type PageFrameProps = {
  /** In the person's language; titles of page extensions are static and belong to the navigation. */
  title: string;
  description?: string;
  breadcrumbs?: { label: string; href: string }[];
  actions?: ReactNode;
  children: ReactNode;
};

/**
 * The frame of a page: its title in the person's language, actions, and the content below each other. Give the page
 * extension `noHeader: true`.
 *
 * @remarks
 * The header of Backstage UI is a heading of the second level, for pages whose plugin header has the first; these have
 * none, so the title here is the first.
 *
 * @public
 */
export function PageFrame(props: PageFrameProps) {
  const { title, description, breadcrumbs, actions, children } = props;
  useDocumentTitle(title);
  return (
    <main>
      <Container>
        <header className={styles.header}>
          {breadcrumbs && <Breadcrumbs entries={breadcrumbs} />}
          <div className={styles.title}>
            <Text as="h1" variant="title-medium" weight="bold">
              {title}
            </Text>
            {actions}
          </div>
          {description && (
            <Text as="p" color="secondary">
              {description}
            </Text>
          )}
        </header>
        <Flex direction="column" gap="4" pb="8">
          {children}
        </Flex>
      </Container>
    </main>
  );
}

function Breadcrumbs(props: { entries: { label: string; href: string }[] }) {
  const { t } = useTranslationRef(portalUiTranslationRef);
  return (
    <nav aria-label={t('page.breadcrumbs')}>
      <ol className={styles.breadcrumbs}>
        {props.entries.map(({ label, href }) => (
          <li key={href}>
            <Link href={href} color="secondary" standalone>
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
