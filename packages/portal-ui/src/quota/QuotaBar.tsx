import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { portalUiTranslationRef } from '../translation';
import { BarFrame } from './BarFrame';
import { measureBar } from './BarTrack';

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
  const figures = [
    { kind: 'taken' as const, amount: used },
    { kind: 'asked' as const, amount: requested },
  ];
  const { left } = measureBar(figures, limit);
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
  const tone = isExceeded ? 'danger' : 'secondary';
  return (
    <BarFrame
      label={label}
      text={text}
      head={
        href ? (
          <Link href={href} variant="body-small" color={tone}>
            {text}
          </Link>
        ) : undefined
      }
      tone={tone}
      figures={figures}
      limit={limit}
      size="small"
    />
  );
}
