import type { RequestPayload } from '@caas/plugin-approvals-common';
import type { RequestKindScreens } from '@caas/plugin-approvals-react';

const PREFIX = 'payload.';
/** Nobody types a field as long as this; an address could be made to hold anything. */
const LONGEST = 500;

/**
 * What an address says about fields of the payload (`?payload.cluster=nonprod`). Names that the payload does not have are
 * left out: nobody confirms with a link. Numbers are read where the form holds a number; all else is for the form to
 * complain about.
 */
export function readPrefill(
  search: URLSearchParams,
  screens: Pick<RequestKindScreens, 'initialPayload' | 'toPayload'>,
): RequestPayload {
  const { initialPayload: held, toPayload } = screens;
  const initialPayload = toPayload ? toPayload(held) : held;
  const prefill: RequestPayload = {};
  for (const [name, text] of search) {
    const field = name.slice(PREFIX.length);
    const isField =
      name.startsWith(PREFIX) && Object.hasOwn(initialPayload, field);
    if (!isField || text.length > LONGEST) continue;
    const amount = Number(text);
    prefill[field] =
      typeof initialPayload[field] === 'number' && Number.isFinite(amount)
        ? amount
        : text;
  }
  return prefill;
}

/** The same address without what it said about the payload: a refresh must find what was typed since. */
export function withoutPrefill(search: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams(search);
  for (const name of search.keys()) {
    if (name.startsWith(PREFIX)) rest.delete(name);
  }
  return rest;
}
