import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { EmptyState } from '@caas/portal-ui';
import { frameTranslationRef } from './translation';

/** In the place of a page that does not exist. */
export function PortalNotFoundPage() {
  const { t } = useTranslationRef(frameTranslationRef);
  return (
    <main>
      <EmptyState
        title={t('notFound.title')}
        description={t('notFound.description')}
        action={<ButtonLink href="/">{t('notFound.home')}</ButtonLink>}
      />
    </main>
  );
}
