import type { KubernetesObject } from '../../storage/KubernetesObject';

type Value = { averageUtilization?: number; averageValue?: string };
type Metric = {
  type: string;
  resource?: { name: string; target?: Value; current?: Value };
};

/** How many metrics are written out. */
const SHOWN = 2;

/** What an autoscaler compares: `cpu: 42%/80%`, or `<unknown>` for what nobody has measured. */
export function targetsCell({ spec, status }: KubernetesObject): string {
  const metrics = (spec?.metrics ?? []) as Metric[];
  if (metrics.length === 0) return '<none>';
  const measured = (status?.currentMetrics ?? []) as Metric[];
  const cells = metrics.map(({ resource }) => {
    if (!resource) return '<unknown>/<auto>';
    const { name, target } = resource;
    const current = measured.find(each => each.resource?.name === name)
      ?.resource?.current;
    if (target?.averageUtilization === undefined) {
      return `${name}: ${current?.averageValue ?? '<unknown>'}/${target?.averageValue ?? '<auto>'}`;
    }
    const is = current?.averageUtilization;
    return `${name}: ${is === undefined ? '<unknown>' : `${is}%`}/${target.averageUtilization}%`;
  });
  const more = cells.length - SHOWN;
  const first = cells.slice(0, SHOWN).join(', ');
  return more > 0 ? `${first} + ${more} more...` : first;
}
