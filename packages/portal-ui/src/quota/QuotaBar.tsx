import { useId } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { portalUiTranslationRef } from '../translation';
import styles from './QuotaBar.module.css';

/** @public */
export type QuotaBarProps = {
  label: string;
  used: number;
  /** What is asked for beside `used`, such as by requests that wait. */
  requested?: number;
  limit: number;
  /** Writes an amount with its unit. */
  format: (amount: number) => string;
  /** Where the figures come from. */
  href?: string;
};

/**
 * How much of a quota is used and asked for, as a bar and as text.
 *
 * @public
 */
export function QuotaBar(props: QuotaBarProps) {
  const { label, used, requested = 0, limit, format, href } = props;
  const { t } = useTranslationRef(portalUiTranslationRef);
  const labelId = useId();
  const left = limit - used - requested;
  const isExceeded = left < 0;
  const parts =
    limit > 0 || used > 0 || requested > 0
      ? [
          t('quota.used', { used: format(used), limit: format(limit) }),
          ...(requested > 0
            ? [t('quota.requested', { requested: format(requested) })]
            : []),
          isExceeded
            ? t('quota.exceeded', { excess: format(-left) })
            : t('quota.left', { left: format(left) }),
        ]
      : [t('quota.none')];
  const text = parts.join(' · ');
  // The bar ends where the limit or, beyond it, the demand ends.
  const scale = Math.max(limit, used + requested, 1);
  const share = (amount: number) => `${(amount / scale) * 100}%`;
  return (
    <div className={styles.quota}>
      <div className={styles.text}>
        <Text as="span" id={labelId} weight="bold" variant="body-small">
          {label}
        </Text>
        <Text
          as="span"
          variant="body-small"
          color={isExceeded ? 'danger' : 'secondary'}
        >
          {href ? (
            <Link
              href={href}
              variant="body-small"
              color={isExceeded ? 'danger' : 'secondary'}
            >
              {text}
            </Link>
          ) : (
            text
          )}
        </Text>
      </div>
      <div
        className={styles.track}
        role="meter"
        aria-labelledby={labelId}
        aria-valuemin={0}
        aria-valuemax={scale}
        aria-valuenow={used}
        aria-valuetext={text}
      >
        <span
          className={styles.used}
          data-exceeded={isExceeded}
          style={{ width: share(used) }}
        />
        <span
          className={styles.requested}
          data-exceeded={isExceeded}
          style={{ width: share(requested) }}
        />
      </div>
    </div>
  );
}
