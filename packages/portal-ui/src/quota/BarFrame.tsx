import { useId, type ReactNode } from 'react';
import { Text } from '@backstage/ui';
import { BarTrack, type TrackFigure } from './BarTrack';
import styles from './BarFrame.module.css';

/** @public */
export type BarFrameProps = {
  label: string;
  /** All that the bar shows, in words, for who does not see it. */
  text: string;
  /** Stands at the end of the head instead of `text`, such as a shorter text or a link. */
  head?: ReactNode;
  tone?: 'secondary' | 'danger';
  figures: TrackFigure[];
  limit: number;
  size?: 'small' | 'medium';
  /** Whether figures lie upon what is taken, which is lighter then; as `figures` say when it is left out. */
  isUnderInner?: boolean;
  /** Below the bar. */
  children?: ReactNode;
};

/**
 * A bar of figures of one limit under its name, with words beside it: what every bar of the portal is made of.
 *
 * @public
 */
export function BarFrame(props: BarFrameProps) {
  const { label, text, head = text, tone = 'secondary', children } = props;
  const { figures, limit, size, isUnderInner } = props;
  const labelId = useId();
  return (
    <div className={styles.bar}>
      <div className={styles.head}>
        <Text as="span" id={labelId} weight="bold" variant="body-small">
          {label}
        </Text>
        <Text as="span" variant="body-small" color={tone}>
          {head}
        </Text>
      </div>
      <BarTrack
        labelledBy={labelId}
        text={text}
        figures={figures}
        limit={limit}
        size={size}
        isUnderInner={isUnderInner}
      />
      {children}
    </div>
  );
}
