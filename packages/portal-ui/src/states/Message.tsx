import { type ReactNode } from 'react';
import { Text } from '@backstage/ui';
import styles from './Message.module.css';

/** The common layout of a screen that has no data to show. */
export function Message(props: {
  role: 'status' | 'alert' | 'note';
  icon: ReactNode;
  title: string;
  description?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={styles.message} role={props.role}>
      <span className={styles.icon} aria-hidden="true">
        {props.icon}
      </span>
      <Text as="p" variant="title-x-small">
        {props.title}
      </Text>
      {props.description && (
        <Text as="p" color="secondary" className={styles.description}>
          {props.description}
        </Text>
      )}
      {props.action && <div className={styles.action}>{props.action}</div>}
    </div>
  );
}
