import { type ReactNode } from 'react';
import { RiInbox2Line } from '@remixicon/react';
import { Message } from './Message';

/** @public */
export type EmptyStateProps = {
  title: string;
  /** Why there is nothing, and what to do next. */
  description?: ReactNode;
  /** The button or link of the next step. */
  action?: ReactNode;
};

/**
 * Says that there is nothing to show yet, and the next step.
 *
 * @public
 */
export function EmptyState({ title, description, action }: EmptyStateProps) {
  return (
    <Message
      role="note"
      icon={<RiInbox2Line size={32} />}
      title={title}
      description={description}
      action={action}
    />
  );
}
