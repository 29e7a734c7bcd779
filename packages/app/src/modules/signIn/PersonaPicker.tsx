import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { Alert, Text } from '@backstage/ui';
import { CardGrid, EmptyState, useBilingual } from '@caas/portal-ui';
import type { Persona } from './personas';
import { SignInPanel } from './SignInPanel';
import { signInTranslationRef } from './translation';
import styles from './PersonaPicker.module.css';

/** The people to sign in as, each a card. */
export function PersonaPicker(props: {
  personas: Persona[];
  error?: Error;
  onChoose(userRef: string): void;
}) {
  const { personas, error, onChoose } = props;
  const { t } = useTranslationRef(signInTranslationRef);
  const bilingual = useBilingual();
  return (
    <SignInPanel title={t('title')} subtitle={t('subtitle')} size="wide">
      {error && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('failed')}
          description={sentenceOf(error)}
        />
      )}
      {personas.length === 0 && (
        <EmptyState
          title={t('nobody.title')}
          description={t('nobody.description')}
        />
      )}
      <CardGrid narrowest="17rem">
        {personas.map(persona => (
          <li key={persona.userRef}>
            <button
              type="button"
              className={styles.persona}
              onClick={() => onChoose(persona.userRef)}
            >
              <span className={styles.initial} aria-hidden="true">
                {bilingual(persona.name).slice(0, 1)}
              </span>
              <span className={styles.who}>
                <Text as="span" weight="bold">
                  {bilingual(persona.name)}
                </Text>{' '}
                <Text as="span" variant="body-small" color="secondary">
                  {bilingual(persona.role)} ·{' '}
                  {persona.tenant ? bilingual(persona.tenant) : t('platform')}
                </Text>
              </span>
            </button>
          </li>
        ))}
      </CardGrid>
    </SignInPanel>
  );
}

/** What the server said; the message of a `ResponseError` itself names only the status. */
function sentenceOf(error: Error): string {
  return error instanceof ResponseError ? error.cause.message : error.message;
}
