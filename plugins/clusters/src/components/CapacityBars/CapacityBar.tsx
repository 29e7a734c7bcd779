import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { BarFrame } from '@caas/portal-ui';
import { usageTranslationRef } from '../../usage/translation';
import { percentOf } from '../../usage/percentOf';

type Props = {
  label: string;
  capacity: number;
  promised: number;
  /** Left out for what is not used beside being promised, such as places for pods. */
  used?: number | 'unknown';
  format: (amount: number) => string;
};

/** How much of a capacity is promised, and used of that, said in words beside the bar. */
export function CapacityBar(props: Props) {
  const { label, capacity, promised, used, format } = props;
  const { t } = useTranslationRef(usageTranslationRef);
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
    <BarFrame
      label={label}
      text={text}
      limit={capacity}
      figures={[
        { kind: 'taken', amount: promised },
        ...(typeof used === 'number'
          ? [{ kind: 'used' as const, amount: used }]
          : []),
      ]}
    />
  );
}
