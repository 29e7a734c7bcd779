import { useId } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { usageTranslationRef } from '../../usage/translation';
import { percentOf } from '../../usage/percentOf';
import styles from './CapacityBar.module.css';

type Props = {
  label: string;
  capacity: number;
  promised: number;
  /** Left out for what is not used beside being promised, such as places for pods. */
  used?: number | 'unknown';
  format: (amount: number) => string;
};

/** How much of a capacity is promised and used: two bars, each said in words beside them. */
export function CapacityBar(props: Props) {
  const { label, capacity, promised, used, format } = props;
  const { t } = useTranslationRef(usageTranslationRef);
  const labelId = useId();
  const promise = t('bar.promised', {
    amount: format(promised),
    capacity: format(capacity),
    percent: String(percentOf(promised, capacity)),
  });
  const use =
    used === 'unknown'
      ? t('bar.usedUnknown')
      : t('bar.used', {
          amount: format(used ?? 0),
          percent: String(percentOf(used ?? 0, capacity)),
        });
  const text = used === undefined ? promise : `${promise} · ${use}`;
  return (
    <div className={styles.bar}>
      <div className={styles.text}>
        <Text as="span" id={labelId} weight="bold" variant="body-small">
          {label}
        </Text>
        <Text as="span" variant="body-small" color="secondary">
          {text}
        </Text>
      </div>
      <div
        className={styles.track}
        role="meter"
        aria-labelledby={labelId}
        aria-valuemin={0}
        aria-valuemax={Math.max(capacity, promised, 1)}
        aria-valuenow={promised}
        aria-valuetext={text}
      >
        <span
          className={styles.promised}
          style={{ width: widthOf(promised, capacity) }}
        />
        {typeof used === 'number' && (
          <span
            className={styles.used}
            style={{ width: widthOf(used, capacity) }}
          />
        )}
      </div>
    </div>
  );
}

function widthOf(amount: number, capacity: number): string {
  return `${Math.min(percentOf(amount, capacity), 100)}%`;
}
