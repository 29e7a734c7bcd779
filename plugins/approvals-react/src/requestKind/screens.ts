import type { ComponentType } from 'react';
import type { RequestPayload } from '@caas/plugin-approvals-common';

/**
 * Sentences about fields of a payload, by the field's name. They are in the person's language.
 *
 * @public
 */
export type FieldErrors = Readonly<Record<string, string>>;

/**
 * What the form of a request kind gets. The form is controlled: it shows `value` and calls `onChange` with the whole
 * next payload.
 *
 * @public
 */
export type RequestKindFormProps = {
  /** Code of the tenant for which the person asks. */
  tenant: string;
  value: RequestPayload;
  onChange(value: RequestPayload): void;
  /** Shown at the fields; what is missing here is fine. */
  errors: FieldErrors;
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
  /** What an untouched form holds. Every field of the payload is a key of it. */
  initialPayload: RequestPayload;
  Form: ComponentType<RequestKindFormProps>;
  PayloadView: ComponentType<RequestKindPayloadProps>;
  /**
   * A React hook that answers a check of a payload. The server checks again; this one saves the person a round trip.
   */
  useValidation(): (payload: RequestPayload) => FieldErrors;
};
