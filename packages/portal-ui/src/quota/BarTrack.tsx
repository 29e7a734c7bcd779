import styles from './BarTrack.module.css';

/**
 * What a figure of a bar is: taken of the limit, asked for beside it, used of what is taken, or the most that was used.
 * Each has a look of its own, which does not rest on colour.
 *
 * @public
 */
export type BarFigureKind = 'taken' | 'asked' | 'used' | 'peak';

/** Takes from the limit, one after the other; the others are measured from the beginning of the bar. */
const TAKES: readonly BarFigureKind[] = ['taken', 'asked'];

/** One figure as the bar draws it. @public */
export type TrackFigure = { kind: BarFigureKind; amount: number };

/** How much of a limit is taken, and where the bar ends: at the limit or, beyond it, where the demand ends. */
export function measureBar(figures: TrackFigure[], limit: number) {
  const taken = figures
    .filter(({ kind }) => TAKES.includes(kind))
    .reduce((sum, { amount }) => sum + amount, 0);
  const most = Math.max(...figures.map(({ amount }) => amount), 0);
  return { left: limit - taken, scale: Math.max(limit, taken, most, 1) };
}

/** The bar itself. What it shows is said in words by `text`. */
export function BarTrack(props: {
  labelledBy: string;
  text: string;
  figures: TrackFigure[];
  limit: number;
  size?: 'small' | 'medium';
  /** Whether figures lie upon what is taken, which is lighter then; as its figures say when it is left out. */
  isUnderInner?: boolean;
}) {
  const { labelledBy, text, figures, limit, size = 'medium' } = props;
  const { left, scale } = measureBar(figures, limit);
  const share = (amount: number) => `${(amount / scale) * 100}%`;
  let end = 0;
  const layers = figures.map(({ kind, amount }) => {
    const from = TAKES.includes(kind) ? end : 0;
    if (TAKES.includes(kind)) end += amount;
    return kind === 'peak'
      ? { kind, start: share(amount), width: undefined }
      : { kind, start: share(from), width: share(amount) };
  });
  return (
    <div
      className={styles.track}
      data-size={size}
      data-exceeded={left < 0}
      data-has-inner={props.isUnderInner ?? hasInner(figures)}
      role="meter"
      aria-labelledby={labelledBy}
      aria-valuemin={0}
      aria-valuemax={scale}
      aria-valuenow={figures[0]?.amount ?? 0}
      aria-valuetext={text}
    >
      {layers.map(({ kind, start, width }) => (
        <span
          key={kind}
          className={styles.layer}
          data-kind={kind}
          style={{ insetInlineStart: start, width }}
        />
      ))}
    </div>
  );
}

/** How a figure looks in the bar, beside its words. */
export function BarSwatch(props: {
  kind: BarFigureKind;
  isUnderInner: boolean;
}) {
  return (
    <span
      className={styles.swatch}
      data-kind={props.kind}
      data-has-inner={props.isUnderInner}
      aria-hidden="true"
    />
  );
}

/** Whether a figure lies upon what is taken, which is lighter then. */
export function hasInner(figures: { kind: BarFigureKind }[]): boolean {
  return figures.some(({ kind }) => !TAKES.includes(kind));
}
