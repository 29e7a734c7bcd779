import { useApi } from '@backstage/core-plugin-api';
import { toastApiRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { StatusTag, ConfirmButton } from '@caas/portal-ui';
import type { PersonAccess } from '@caas/plugin-tenancy-common';
import { tenancyApiRef, useTenancyWords } from '@caas/plugin-tenancy-react';
import { manageTranslationRef } from '../../manage/translation';
import { AccessReasonText } from './AccessReasonText';
import { roleLinesOf, type RoleLine } from './roleLines';
import styles from './People.module.css';

/** The roles of a person, each with why they have it; what was given in the portal can be taken away. */
export function RoleList(props: {
  tenant: string;
  person: PersonAccess;
  personName: string;
  mayChange: boolean;
  onChanged(): void;
}) {
  const { tenant, person, personName, mayChange, onChanged } = props;
  const { t } = useTranslationRef(manageTranslationRef);
  const words = useTenancyWords();
  const api = useApi(tenancyApiRef);
  const toasts = useApi(toastApiRef);
  const nameOf = ({ choice, custom }: RoleLine) =>
    'role' in choice ? words.role(choice.role) : words.tenantName(custom!);
  const take = async (line: RoleLine) => {
    await api.members.remove({
      code: tenant,
      user: person.user,
      ...line.choice,
    });
    toasts.post({
      title: t('people.taken', { role: nameOf(line), person: personName }),
      status: 'success',
    });
    onChanged();
  };
  return (
    <ul className={styles.roles}>
      {roleLinesOf(person).map(line => (
        <li key={line.key} className={styles.role}>
          <StatusTag
            tone={line.custom ? 'neutral' : 'info'}
            icon={<></>}
            label={nameOf(line)}
          />
          <ul className={styles.reasons}>
            {line.reasons.map(reason => (
              <li key={JSON.stringify(reason)}>
                <AccessReasonText reason={reason} />
              </li>
            ))}
          </ul>
          {mayChange && line.isGiven && (
            <ConfirmButton
              label={t('people.take')}
              title={t('people.takeTitle', {
                role: nameOf(line),
                person: personName,
              })}
              question={
                line.reasons.length > 1
                  ? t('people.takeKeeps')
                  : t('people.takeQuestion')
              }
              confirmLabel={t('people.takeConfirm')}
              keepLabel={t('form.cancel')}
              failedTitle={t('people.takeFailed')}
              run={() => take(line)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
