import { createHash } from 'node:crypto';
import type { ClusterDefinition } from '../domain/ClusterDefinition';

/** Tells one credential from another without being one; the same text while there is none to be read. */
export function credentialOf(definition: ClusterDefinition): string {
  try {
    const { user } = definition.readAccess();
    return createHash('sha256').update(JSON.stringify(user)).digest('base64');
  } catch {
    return 'none';
  }
}
