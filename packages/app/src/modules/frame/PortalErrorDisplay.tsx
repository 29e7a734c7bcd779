import type { ErrorDisplayProps } from '@backstage/frontend-plugin-api';
import { ErrorState } from '@caas/portal-ui';

/** In the place of an extension that failed. */
export function PortalErrorDisplay({ error, resetError }: ErrorDisplayProps) {
  return <ErrorState error={error} retry={resetError} />;
}
