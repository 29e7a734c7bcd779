import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { Evidence, EvidenceItem } from '@caas/plugin-approvals-common';
import {
  FactList,
  QuotaBar,
  StatusTag,
  useBilingual,
  usePortalLanguage,
  type StatusTone,
} from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';
import { formatAmount } from './formatAmount';
import { ObjectsView } from './ObjectsView';

const TONES: Record<EvidenceItem['tone'], StatusTone> = {
  neutral: 'neutral',
  good: 'success',
  warning: 'warning',
};

/** What speaks for and against a request: bars, facts, and the exact objects that it would create. */
export function EvidenceView({ evidence }: { evidence: Evidence }) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  const bilingual = useBilingual();
  const { items, objects } = evidence;
  const gauges = items.filter(item => item.gauge);
  const facts = items.filter(item => !item.gauge);
  if (items.length === 0 && objects.length === 0) {
    return <Text color="secondary">{t('evidence.none')}</Text>;
  }
  return (
    <Flex direction="column" gap="4">
      {gauges.map(item => (
        <Gauge key={item.id} item={item} />
      ))}
      {facts.length > 0 && (
        <FactList
          facts={facts.map(({ label, value, tone }) => ({
            label: bilingual(label),
            value:
              tone === 'neutral' ? (
                bilingual(value)
              ) : (
                <StatusTag tone={TONES[tone]} label={bilingual(value)} />
              ),
          }))}
        />
      )}
      <ObjectsView objects={objects} />
    </Flex>
  );
}

/** A pool with what it holds, what this request adds, and what would be left. */
function Gauge({ item }: { item: EvidenceItem }) {
  const bilingual = useBilingual();
  const language = usePortalLanguage();
  if (!item.gauge) return null;
  const { used, requested, limit, unit } = item.gauge;
  return (
    <Flex direction="column" gap="1">
      <QuotaBar
        label={bilingual(item.label)}
        used={used}
        requested={requested}
        limit={limit}
        format={formatAmount(unit, language)}
      />
      {item.tone === 'warning' && (
        <Text as="p" variant="body-small" color="warning">
          {bilingual(item.value)}
        </Text>
      )}
    </Flex>
  );
}
