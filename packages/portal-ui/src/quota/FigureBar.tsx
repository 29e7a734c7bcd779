import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { portalUiTranslationRef } from '../translation';
import { BarFrame } from './BarFrame';
import {
  BarSwatch,
  hasInner,
  measureBar,
  type BarFigureKind,
} from './BarTrack';
import styles from './FigureBar.module.css';

/** One figure of a bar. @public */
export type BarFigure = {
  kind: BarFigureKind;
  /** What it is, in the words of the page: `Allocated`. */
  label: string;
  /** Left out when it is not known, which the bar then says. */
  amount?: number;
};

/** @public */
export type FigureBarProps = {
  label: string;
  limit: number;
  /** At most one of each kind; what is taken comes before what is asked for. */
  figures: BarFigure[];
  /** Writes an amount with its unit. */
  format: (amount: number) => string;
};

/**
 * Several figures of one limit on one bar: taken, asked for, used, most used. Each stands beside the bar in words, with
 * the look that it has in the bar.
 *
 * @public
 */
export function FigureBar({ label, limit, figures, format }: FigureBarProps) {
  const { t } = useTranslationRef(portalUiTranslationRef);
  const known = figures.flatMap(({ kind, amount }) =>
    amount === undefined ? [] : [{ kind, amount }],
  );
  const { left } = measureBar(known, limit);
  // Whether they are known or not: bars beside each other look alike.
  const isUnderInner = hasInner(figures);
  const rest =
    left < 0
      ? t('quota.exceeded', { excess: format(-left) })
      : t('quota.left', { left: format(left) });
  const head = [t('quota.limit', { limit: format(limit) }), rest].join(' · ');
  const words = figures.map(figure => ({
    ...figure,
    text:
      figure.amount === undefined ? t('quota.unknown') : format(figure.amount),
  }));
  const text = [...words.map(one => `${one.label} ${one.text}`), head].join(
    ' · ',
  );
  return (
    <BarFrame
      label={label}
      text={text}
      head={head}
      tone={left < 0 ? 'danger' : 'secondary'}
      figures={known}
      limit={limit}
      isUnderInner={isUnderInner}
    >
      <ul className={styles.figures}>
        {words.map(({ kind, label: name, text: amount }) => (
          <li key={kind} className={styles.figure}>
            <BarSwatch kind={kind} isUnderInner={isUnderInner} />
            {name} <span className={styles.amount}>{amount}</span>
          </li>
        ))}
      </ul>
    </BarFrame>
  );
}
