import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { NamespaceLease } from '@caas/plugin-tenancy-common';
import {
  DateTime,
  StatusTag,
  useBilingual,
  type StatusTone,
} from '@caas/portal-ui';
import { tenantsTranslationRef } from '../../tenants/translation';
import { nextLeaseStep } from './leaseStep';

const TONES: Record<NamespaceLease['stage'], StatusTone> = {
  running: 'success',
  reminded: 'warning',
  stopped: 'warning',
  grace: 'warning',
  exported: 'danger',
};

/** How far a lease is: its stage, its end, what comes next and when, and what holds that. */
export function LeaseView({ lease }: { lease: NamespaceLease | undefined }) {
  const { t } = useTranslationRef(tenantsTranslationRef);
  const bilingual = useBilingual();
  if (!lease) return <Text color="secondary">{t('lease.none')}</Text>;
  const { stage, until, heldBy } = lease;
  const next = nextLeaseStep(lease);
  const isOver = Date.parse(until) <= Date.now();
  return (
    <Flex direction="column" gap="1" align="start">
      <StatusTag tone={TONES[stage]} label={t(`lease.stage.${stage}`)} />
      <Text as="p" variant="body-small">
        {isOver ? t('lease.ended') : t('lease.ends')}{' '}
        <DateTime value={until} relative />
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        {t(`lease.next.${next.kind}`)}{' '}
        {next.at && <DateTime value={next.at} relative />}
      </Text>
      {heldBy.map(({ kind, name, reason }) => (
        <Text as="p" key={`${kind} ${name}`} variant="body-small" weight="bold">
          {t('lease.held', { kind, name, reason: bilingual(reason) })}
        </Text>
      ))}
    </Flex>
  );
}
