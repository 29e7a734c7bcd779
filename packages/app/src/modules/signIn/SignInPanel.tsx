import type { ReactNode } from 'react';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import { LanguageSwitch } from '../language';
import { PortalLogo } from '../nav/PortalLogo';
import styles from './SignInPanel.module.css';

/** The frame of both sign-in pages: name and language above, then what the person is to do. */
export function SignInPanel(props: {
  title: string;
  subtitle: string;
  size: 'narrow' | 'wide';
  children: ReactNode;
}) {
  const { title, subtitle, size, children } = props;
  const portal = useApi(configApiRef).getOptionalString('app.title');
  return (
    <main className={styles.page}>
      <div className={styles.panel} data-size={size}>
        <header className={styles.header}>
          <PortalLogo size={40} />
          <Text as="span" variant="title-x-small" className={styles.name}>
            {portal}
          </Text>
          <div className={styles.language}>
            <LanguageSwitch />
          </div>
        </header>
        <div>
          <Text as="h1" variant="title-medium">
            {title}
          </Text>
          <Text as="p" color="secondary">
            {subtitle}
          </Text>
        </div>
        {children}
      </div>
    </main>
  );
}
