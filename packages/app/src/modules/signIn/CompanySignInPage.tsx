import { useMemo } from 'react';
import {
  configApiRef,
  discoveryApiRef,
  oauthRequestApiRef,
  useApi,
} from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { Alert, Button, Text } from '@backstage/ui';
import { useDocumentLanguage } from '../language';
import { createCompanyAuth } from './companyAuth';
import { SignInPanel } from './SignInPanel';
import { signInTranslationRef } from './translation';
import { useCompanySession } from './useCompanySession';
import styles from './CompanySignInPage.module.css';

/** Signs in with the account of the company; who has a session goes straight on. */
export function CompanySignInPage({ onSignInSuccess }: SignInPageProps) {
  useDocumentLanguage();
  const { t } = useTranslationRef(signInTranslationRef);
  const configApi = useApi(configApiRef);
  const discoveryApi = useApi(discoveryApiRef);
  const oauthRequestApi = useApi(oauthRequestApiRef);
  const auth = useMemo(
    () => createCompanyAuth({ configApi, discoveryApi, oauthRequestApi }),
    [configApi, discoveryApi, oauthRequestApi],
  );
  const session = useCompanySession(auth, onSignInSuccess);
  const isBusy = session.status === 'checking' || session.status === 'leaving';
  return (
    <SignInPanel
      title={t('title')}
      subtitle={t('company.subtitle')}
      size="narrow"
    >
      {session.status === 'refused' && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('company.failed')}
          description={
            <>
              <p className={styles.sentence}>{session.sentence}</p>
              <p className={styles.sentence}>{t('company.whomToAsk')}</p>
            </>
          }
        />
      )}
      {isBusy && (
        <Text as="p" role="status" color="secondary">
          {t(
            session.status === 'checking'
              ? 'company.checking'
              : 'company.leaving',
          )}
        </Text>
      )}
      <Button
        variant="primary"
        size="medium"
        className={styles.begin}
        isDisabled={isBusy}
        onPress={session.begin}
      >
        {t('company.button')}
      </Button>
    </SignInPanel>
  );
}
