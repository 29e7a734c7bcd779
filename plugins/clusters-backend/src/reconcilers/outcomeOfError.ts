import {
  ClusterRefusedError,
  FieldConflictError,
} from '../clients/KubernetesClient';
import type { Outcome, Standing } from '../domain/outcome';
import { TicketLostError } from './Hold';

/** What an error says about a set: a refusal needs a person, anything else is tried again. */
export function outcomeOfError(error: unknown, standing: Standing): Outcome {
  if (error instanceof TicketLostError) throw error;
  const { message } = error as Error;
  const { objects, inventory } = standing;
  if (error instanceof FieldConflictError) {
    return {
      kind: 'stalled',
      reason: 'FieldConflict',
      message,
      objects,
      inventory,
    };
  }
  if (error instanceof ClusterRefusedError) {
    return { kind: 'stalled', reason: 'Refused', message, objects, inventory };
  }
  return { kind: 'retry', error: message, objects, inventory };
}
