import { type ReactNode } from 'react';
import styles from './FactList.module.css';

/** @public */
export type Fact = { label: string; value: ReactNode };

/** @public */
export type FactListProps = { facts: Fact[] };

/**
 * Names and values in two columns. A value that is missing shows as a dash.
 *
 * @public
 */
export function FactList({ facts }: FactListProps) {
  return (
    <dl className={styles.facts}>
      {facts.map(fact => (
        <div key={fact.label} className={styles.fact}>
          <dt>{fact.label}</dt>
          <dd>{fact.value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
