import { useState } from 'react';
import type { ZodType } from 'zod';
import { failingFields } from './failingFields';

/** A form: what stands in it, and which of its fields are wrong once the person has tried to send it. */
export type DraftForm<TDraft> = {
  draft: TDraft;
  change(changes: Partial<TDraft>): void;
  /** Whether this field is wrong. */
  isWrong(field: string): boolean;
  /** Shows what is wrong from now on; true when nothing is. */
  check(): boolean;
};

/** Keeps a form, held against the contract. */
export function useDraft<TDraft extends object>(options: {
  initial: TDraft;
  schema: ZodType;
  /** What would be sent. */
  toInput(draft: TDraft): unknown;
}): DraftForm<TDraft> {
  const { initial, schema, toInput } = options;
  const [draft, setDraft] = useState(initial);
  const [isAttempted, setIsAttempted] = useState(false);
  const failing = failingFields(schema, toInput(draft));
  return {
    draft,
    change: changes => setDraft(before => ({ ...before, ...changes })),
    isWrong: field => isAttempted && failing.has(field),
    check() {
      setIsAttempted(true);
      return failing.size === 0;
    },
  };
}
