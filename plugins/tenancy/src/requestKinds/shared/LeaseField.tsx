import { parseDate, type CalendarDate } from '@internationalized/date';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, DatePicker, Flex, Text } from '@backstage/ui';
import { LEASE_MAX_DAYS } from '@caas/plugin-tenancy-common';
import { FieldFrame } from '@caas/portal-ui';
import { requestKindsTranslationRef } from '../translation';
import { dayAfter, daysUntil, LEASE_LENGTHS } from './leaseDays';
import { useDayText } from './useDayText';
import styles from './LeaseField.module.css';

/** Chooses the last day of a lease, and says it in words. */
export function LeaseField(props: {
  /** `2026-12-22`; empty for none. */
  value: string;
  onChange(day: string): void;
  problem?: string;
}) {
  const { value, onChange, problem } = props;
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const dayText = useDayText();
  const today = new Date();
  const days = daysUntil(value, today);
  return (
    <Flex direction="column" gap="2">
      <FieldFrame problem={problem}>
        {field => (
          <DatePicker
            {...field}
            label={t('lease.label')}
            secondaryLabel={t('form.required')}
            description={t('lease.help', { days: String(LEASE_MAX_DAYS) })}
            value={dateOf(value)}
            minValue={parseDate(dayAfter(today, 0))}
            maxValue={parseDate(dayAfter(today, LEASE_MAX_DAYS))}
            onChange={date => onChange(date?.toString() ?? '')}
            className={styles.date}
            isRequired
          />
        )}
      </FieldFrame>
      <div
        className={styles.lengths}
        role="group"
        aria-label={t('lease.lengths')}
      >
        {LEASE_LENGTHS.map(length => (
          <Button
            key={length}
            size="small"
            variant={days === length ? 'primary' : 'secondary'}
            aria-pressed={days === length}
            onPress={() => onChange(dayAfter(today, length))}
          >
            {t('lease.days', { count: length })}
          </Button>
        ))}
      </div>
      <Text as="p" variant="body-small" color="secondary" aria-live="polite">
        {days !== undefined &&
          days >= 0 &&
          t('lease.ends', {
            day: dayText(value),
            length: t('lease.days', { count: days }),
          })}
      </Text>
    </Flex>
  );
}

function dateOf(day: string): CalendarDate | null {
  // What cannot be read is no day of the calendar, which would throw.
  return daysUntil(day, new Date()) === undefined ? null : parseDate(day);
}
