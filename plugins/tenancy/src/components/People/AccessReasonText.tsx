import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AccessReason } from '@caas/plugin-tenancy-common';
import { PersonLink } from '@caas/plugin-tenancy-react';
import { DateTime } from '@caas/portal-ui';
import { manageTranslationRef } from '../../manage/translation';

/** Why somebody has a role, in a sentence. */
export function AccessReasonText({ reason }: { reason: AccessReason }) {
  const { t } = useTranslationRef(manageTranslationRef);
  switch (reason.source) {
    case 'file':
      return <>{t('reason.file')}</>;
    case 'catalog-group':
      return (
        <>
          {t('reason.catalogGroup')} <PersonLink person={reason.group} />
        </>
      );
    case 'claimed-group':
      return <>{t('reason.claimedGroup', { group: reason.group })}</>;
    default:
      return (
        <>
          {t('reason.givenBy')} <PersonLink person={reason.givenBy} />{' '}
          <DateTime value={reason.givenAt} relative />
        </>
      );
  }
}
