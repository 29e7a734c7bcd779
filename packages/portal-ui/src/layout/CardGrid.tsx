import { type CSSProperties, type ReactNode } from 'react';
import styles from './CardGrid.module.css';

/** @public */
export type CardGridProps = {
  /** What the list is of, for screen readers; none where a heading says it. */
  label?: string;
  /** The width below which a card moves to the next row: `16rem`. */
  narrowest: string;
  /** Whether the cards of a row that is not full share all of its width. */
  fills?: boolean;
  /** Each an `<li>`. */
  children: ReactNode;
};

/**
 * A list of cards in as many columns as there is room for.
 *
 * @public
 */
export function CardGrid(props: CardGridProps) {
  const { label, narrowest, fills = false, children } = props;
  return (
    <ul
      className={styles.grid}
      aria-label={label}
      data-fills={fills}
      style={{ '--card-grid-narrowest': narrowest } as CSSProperties}
    >
      {children}
    </ul>
  );
}
