import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import type { RequestKind } from '@caas/plugin-approvals-common';
import { CardGrid, Section, useBilingual } from '@caas/portal-ui';
import { useSearchParams } from 'react-router-dom';
import { approvalsTranslationRef } from '../../translation';

/** The kinds of request to choose from. */
export function KindList({ kinds }: { kinds: RequestKind[] }) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  const bilingual = useBilingual();
  const [search] = useSearchParams();
  const hrefOf = (kind: string) => {
    const next = new URLSearchParams(search);
    next.set('kind', kind);
    return `?${next}`;
  };
  return (
    <Section title={t('kinds.choose')}>
      <CardGrid narrowest="16rem">
        {kinds.map(({ kind, title, description }) => (
          <li key={kind}>
            <Link href={hrefOf(kind)} weight="bold">
              {bilingual(title)}
            </Link>
            <Text as="p" variant="body-small" color="secondary">
              {bilingual(description)}
            </Text>
          </li>
        ))}
      </CardGrid>
    </Section>
  );
}
