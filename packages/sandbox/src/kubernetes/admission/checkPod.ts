import { invalid } from '../api/ApiError';
import type { ResourceKind } from '../api/kinds';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { parseQuantity } from './quantity';

type Amounts = Record<string, string>;
type Container = { resources?: { requests?: Amounts; limits?: Amounts } };

/** A container may not ask for more than its limit. */
export function checkPod(
  kind: ResourceKind,
  { metadata, spec }: KubernetesObject,
): void {
  const containers = (spec?.containers ?? []) as Container[];
  const causes = containers.flatMap(({ resources }, index) =>
    Object.entries(resources?.requests ?? {}).flatMap(([name, amount]) => {
      const limit = resources?.limits?.[name];
      if (limit === undefined) return [];
      if ((parseQuantity(amount) ?? 0) <= (parseQuantity(limit) ?? 0))
        return [];
      return [
        {
          field: `spec.containers[${index}].resources.requests`,
          message: `Invalid value: ${JSON.stringify(amount)}: must be less than or equal to ${name} limit of ${limit}`,
        },
      ];
    }),
  );
  if (causes.length > 0) throw invalid(kind, metadata.name, causes);
}
