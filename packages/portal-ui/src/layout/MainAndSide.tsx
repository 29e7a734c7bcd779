import { type ReactNode } from 'react';
import styles from './MainAndSide.module.css';

/** @public */
export type MainAndSideProps = { children: ReactNode; side: ReactNode };

/**
 * Two columns: what the page is about, and what belongs to it. On a narrow screen the side follows the main column.
 *
 * @public
 */
export function MainAndSide({ children, side }: MainAndSideProps) {
  return (
    <div className={styles.columns}>
      <div className={styles.column}>{children}</div>
      <div className={styles.column}>{side}</div>
    </div>
  );
}
