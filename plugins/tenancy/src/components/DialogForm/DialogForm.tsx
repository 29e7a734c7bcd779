import { useState, type ReactNode } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { toastApiRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
  Flex,
} from '@backstage/ui';
import { CommandFailure, useCommand } from '@caas/portal-ui';
import type { ZodType } from 'zod';
import { useDraft, type DraftForm } from '../../forms/useDraft';
import { manageTranslationRef } from '../../manage/translation';

type Props<TDraft extends object> = {
  /** On the button that opens it. */
  label: string;
  /** Says which, where many buttons have the same label. */
  accessibleLabel?: string;
  isPrimary?: boolean;
  title: string;
  submitLabel: string;
  /** What did not happen when it fails. */
  failedTitle: string;
  doneMessage(draft: TDraft): string;
  initial: TDraft;
  schema: ZodType;
  toInput(draft: TDraft): unknown;
  /** Sends what `toInput` made and the schema has accepted. */
  run(draft: TDraft): Promise<unknown>;
  children(form: DraftForm<TDraft>): ReactNode;
};

/** A button that opens a short form. It closes when what was filled in is done, and stays with the reason when not. */
export function DialogForm<TDraft extends object>(props: Props<TDraft>) {
  const { label, accessibleLabel, isPrimary = false, title } = props;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <Button
        size="small"
        variant={isPrimary ? 'primary' : 'secondary'}
        aria-label={accessibleLabel}
      >
        {label}
      </Button>
      <Dialog width={560}>
        <DialogHeader>{title}</DialogHeader>
        <OpenForm {...props} onDone={() => setIsOpen(false)} />
      </Dialog>
    </DialogTrigger>
  );
}

/** Only there while the dialog is open, so that each begins anew. */
function OpenForm<TDraft extends object>(
  props: Props<TDraft> & { onDone(): void },
) {
  const { initial, schema, toInput, onDone } = props;
  const { t } = useTranslationRef(manageTranslationRef);
  const toasts = useApi(toastApiRef);
  const form = useDraft({ initial, schema, toInput });
  const { state, run } = useCommand();
  const submit = async () => {
    if (!form.check()) return;
    await run(async () => {
      await props.run(form.draft);
      toasts.post({ title: props.doneMessage(form.draft), status: 'success' });
      onDone();
    });
  };
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <DialogBody>
        <Flex direction="column" gap="4">
          <CommandFailure state={state} title={props.failedTitle} />
          {props.children(form)}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('form.cancel')}
        </Button>
        <Button type="submit" isPending={state.status === 'working'}>
          {props.submitLabel}
        </Button>
      </DialogFooter>
    </form>
  );
}
