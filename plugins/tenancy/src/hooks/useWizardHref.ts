import { useRouteRef } from '@backstage/frontend-plugin-api';
import { newRequestRouteRef } from '../routes';

/** A request to begin with: its kind and tenant, and what the form should hold already. */
export type WizardStart = {
  kind: string;
  tenant: string;
  payload?: Record<string, string | number>;
};

/** Answers the address of the wizard of new requests, with the form filled in; undefined without a desk. */
export function useWizardHref(): (start: WizardStart) => string | undefined {
  const root = useRouteRef(newRequestRouteRef)?.();
  return ({ kind, tenant, payload = {} }) => {
    if (!root) return undefined;
    const search = new URLSearchParams({ kind, tenant });
    for (const [field, value] of Object.entries(payload)) {
      search.set(`payload.${field}`, String(value));
    }
    return `${root}?${search}`;
  };
}
