import { useState, type ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
  Flex,
  Text,
} from '@backstage/ui';
import { CommandFailure } from './CommandFailure';
import { useCommand } from './useCommand';

/** @public */
export type ConfirmButtonProps = {
  /** On the button that asks. */
  label: string;
  /** Marks a button that leads to something bad in red; what confirms is red in any case. */
  destructive?: boolean;
  title: string;
  question: string;
  confirmLabel: string;
  keepLabel: string;
  /** What did not happen when `run` fails. */
  failedTitle: string;
  /** Whether what was filled in can be sent. */
  check?(): boolean;
  /** Does it; the dialog closes when it is done, and stays with the reason when it fails. */
  run(): Promise<unknown>;
  /** What the person fills in; they get the error of the last try. */
  children?(failure: Error | undefined): ReactNode;
};

/**
 * A button that asks back before something is done that cannot be undone.
 *
 * @public
 */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { check = () => true, children } = props;
  const [isOpen, setIsOpen] = useState(false);
  const { state, run } = useCommand();
  const confirm = async () => {
    if (!check()) return;
    await run(async () => {
      await props.run();
      setIsOpen(false);
    });
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <Button variant="secondary" destructive={props.destructive}>
        {props.label}
      </Button>
      <Dialog>
        <DialogHeader>{props.title}</DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="3">
            <Text as="p">{props.question}</Text>
            <CommandFailure state={state} title={props.failedTitle} />
            {children?.(state.status === 'failed' ? state.error : undefined)}
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" slot="close">
            {props.keepLabel}
          </Button>
          <Button
            destructive
            isPending={state.status === 'working'}
            onPress={confirm}
          >
            {props.confirmLabel}
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}
