import type { TrafficDependant } from '@caas/plugin-clusters-common';
import type { ClusterView } from '../ClusterView';

/** Long lists help nobody: the first say enough. */
const MAX_DEPENDANTS = 50;

/** Routes and Services of other namespaces that lead into one, as the view has them. */
export function trafficInto(
  view: ClusterView,
  namespace: string,
): TrafficDependant[] {
  const found: TrafficDependant[] = [];
  for (const route of view.routes.seen.all()) {
    if (route.namespace === namespace) continue;
    const backends = route.rules
      .flatMap(rule => rule.backends)
      .filter(({ name }) => name.startsWith(`${namespace}/`));
    if (backends.length === 0) continue;
    found.push({
      kind: 'HTTPRoute',
      name: `${route.namespace}/${route.name}`,
      reason: {
        'zh-CN': `它将请求发往 ${backends[0].name}`,
        en: `It sends requests to ${backends[0].name}`,
      },
    });
  }
  // `payments.life-pay-dev`, `payments.life-pay-dev.svc.cluster.local`
  const host = new RegExp(`^[^.]+\\.${namespace}(\\.svc(\\..*)?)?\\.?$`);
  for (const service of view.services.seen.all()) {
    if (service.namespace === namespace) continue;
    if (service.type !== 'ExternalName') continue;
    const address = service.addresses.find(each => host.test(each));
    if (!address) continue;
    found.push({
      kind: 'Service',
      name: `${service.namespace}/${service.name}`,
      reason: {
        'zh-CN': `它是 ${address} 的别名`,
        en: `It is another name of ${address}`,
      },
    });
  }
  return found.slice(0, MAX_DEPENDANTS);
}
