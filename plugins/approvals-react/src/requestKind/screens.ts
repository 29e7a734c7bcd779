import type { ComponentType } from 'react';
import type { Bilingual, RequestPayload } from '@caas/plugin-approvals-common';

/**
 * Sentences about fields of a payload, by the field's name. They are in the person's language.
 *
 * @public
 */
export type FieldErrors = Readonly<Record<string, string>>;

/**
 * What a part of the form of a request kind gets. It is controlled: it shows `value` and calls `onChange` with the whole
 * next payload.
 *
 * @public
 */
export type RequestKindFormProps = {
  /** Code of the tenant for which the person asks. */
  tenant: string;
  value: RequestPayload;
  onChange(value: RequestPayload): void;
  /**
   * Fills in what the person need not choose, such as the only cluster. It is not their input: nobody is asked back about
   * losing it.
   */
  onDefault(value: RequestPayload): void;
  /** Shown at the fields; what is missing here is fine. */
  errors: FieldErrors;
};

/**
 * One page of the form of a request kind: what belongs together, and can be answered without the pages after it.
 *
 * @public
 */
export type RequestKindPart = {
  /** In the address of the page, such as `size`. */
  id: string;
  title: Bilingual;
  /** The fields of the payload that are on this page. Their problems are shown here, before the next page. */
  fields: readonly string[];
  /** Whether the page shows by itself what the evidence has as bars: they are not shown beside it then. */
  showsGauges?: boolean;
  Form: ComponentType<RequestKindFormProps>;
};

/**
 * What the view of a submitted payload gets.
 *
 * @public
 */
export type RequestKindPayloadProps = {
  tenant: string;
  payload: RequestPayload;
};

/**
 * The screens of a request kind, made by the domain that owns the kind.
 *
 * @public
 */
export type RequestKindScreens = {
  /**
   * What an untouched form holds. Every field of the payload is a key of it. A field that holds `''` or null when the
   * request is sent is left out of it.
   */
  initialPayload: RequestPayload;
  /** The pages of the form, in order: at least one. A review of everything follows by itself. */
  parts: readonly RequestKindPart[];
  /** Makes the payload of what the form holds, where the form holds more: a name that is typed to confirm. */
  toPayload?(held: RequestPayload): RequestPayload;
  /** A payload, as the form holds it or in its normal form. */
  PayloadView: ComponentType<RequestKindPayloadProps>;
  /**
   * A React hook that answers a check of a payload. The server checks again; this one saves the person a round trip.
   */
  useValidation(): (payload: RequestPayload) => FieldErrors;
};
