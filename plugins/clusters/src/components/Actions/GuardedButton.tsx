import { Button, Focusable, Tooltip, TooltipTrigger } from '@backstage/ui';
import styles from './GuardedButton.module.css';

type Props = {
  label: string;
  isAllowed: boolean;
  /** Whom to ask, for those who may not. */
  deniedHelp: string;
  destructive?: boolean;
  onPress(): void;
};

/** A button for those who may; for the others it says whom to ask, to the mouse, the keyboard and the screen reader. */
export function GuardedButton(props: Props) {
  const { label, isAllowed, deniedHelp, destructive, onPress } = props;
  if (isAllowed) {
    return (
      <Button
        size="small"
        variant="secondary"
        destructive={destructive}
        onPress={onPress}
      >
        {label}
      </Button>
    );
  }
  return (
    <TooltipTrigger delay={200}>
      {/* A button that is disabled gets no focus, and nobody could read why. */}
      <Focusable>
        <span role="button" aria-disabled="true" className={styles.denied}>
          {label}
        </span>
      </Focusable>
      <Tooltip>{deniedHelp}</Tooltip>
    </TooltipTrigger>
  );
}
