import { type ReactElement } from 'react';
import {
  RiAlertLine,
  RiCheckLine,
  RiCloseCircleLine,
  RiLoader4Line,
  RiRecordCircleLine,
} from '@remixicon/react';
import styles from './StatusTag.module.css';

/** What a status means for the person: nothing, running, good, look at it, bad. @public */
export type StatusTone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** @public */
export type StatusTagProps = {
  tone: StatusTone;
  label: string;
  /** Replaces the usual icon of the tone. */
  icon?: ReactElement;
};

const ICONS: Record<StatusTone, ReactElement> = {
  neutral: <RiRecordCircleLine size={14} />,
  info: <RiLoader4Line size={14} />,
  success: <RiCheckLine size={14} />,
  warning: <RiAlertLine size={14} />,
  danger: <RiCloseCircleLine size={14} />,
};

/**
 * A status as a word with an icon. The colour repeats what the word says, it never says it alone.
 *
 * @public
 */
export function StatusTag({ tone, label, icon }: StatusTagProps) {
  return (
    <span className={styles.tag} data-tone={tone}>
      <span className={styles.icon} aria-hidden="true">
        {icon ?? ICONS[tone]}
      </span>
      {label}
    </span>
  );
}
