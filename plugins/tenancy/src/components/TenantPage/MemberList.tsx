import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { Member } from '@caas/plugin-tenancy-common';
import { PersonLink, useTenancyWords } from '@caas/plugin-tenancy-react';
import { tenancyTranslationRef } from '../../translation';
import styles from './MemberList.module.css';

/** The people of a tenant with their roles. */
export function MemberList({ members }: { members: Member[] }) {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const words = useTenancyWords();
  if (members.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t('member.none')}
      </Text>
    );
  }
  return (
    <table className={styles.members}>
      <thead>
        <tr>
          <th scope="col">{t('member.person')}</th>
          <th scope="col">{t('member.role')}</th>
        </tr>
      </thead>
      <tbody>
        {members.map(({ user, role }) => (
          <tr key={`${user} ${role}`}>
            <th scope="row">
              <PersonLink person={user} />
            </th>
            <td>{words.role(role)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
