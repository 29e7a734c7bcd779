import type { LiveObject } from '../../domain/LiveObject';
import type { ClusterView } from '../ClusterView';
import { Collection } from '../Collection';
import { Interner } from '../Interner';
import { ROUTES } from '../resources/routes';
import { SERVICES } from '../resources/services';
import { trafficInto } from './trafficInto';

const interner = new Interner();

/** A view with these routes and services. */
function viewOf(routes: LiveObject[], services: LiveObject[]): ClusterView {
  const seenRoutes = new Collection<ReturnType<typeof ROUTES.trim>>();
  const seenServices = new Collection<ReturnType<typeof SERVICES.trim>>();
  routes.forEach(each => seenRoutes.put(ROUTES.trim(each, interner)));
  services.forEach(each => seenServices.put(SERVICES.trim(each, interner)));
  return {
    routes: { seen: seenRoutes },
    services: { seen: seenServices },
  } as never;
}

const route = (namespace: string, backend: object): LiveObject => ({
  metadata: { name: 'shop', namespace },
  spec: { rules: [{ backendRefs: [backend] }] },
});
const alias = (namespace: string, externalName: string): LiveObject => ({
  metadata: { name: 'payments', namespace },
  spec: { type: 'ExternalName', externalName },
});

describe('trafficInto', () => {
  it('finds routes and other names of services in other namespaces', () => {
    const view = viewOf(
      [
        route('life-shop-dev', {
          name: 'payments',
          namespace: 'life-pay-dev',
          port: 80,
        }),
      ],
      [alias('life-shop-dev', 'payments.life-pay-dev.svc.cluster.local')],
    );
    expect(trafficInto(view, 'life-pay-dev')).toEqual([
      {
        kind: 'HTTPRoute',
        name: 'life-shop-dev/shop',
        reason: {
          'zh-CN': '它将请求发往 life-pay-dev/payments:80',
          en: 'It sends requests to life-pay-dev/payments:80',
        },
      },
      {
        kind: 'Service',
        name: 'life-shop-dev/payments',
        reason: {
          'zh-CN': '它是 payments.life-pay-dev.svc.cluster.local 的别名',
          en: 'It is another name of payments.life-pay-dev.svc.cluster.local',
        },
      },
    ]);
  });

  it('does not count its own, nor those that only look alike', () => {
    const view = viewOf(
      [
        route('life-pay-dev', { name: 'payments', port: 80 }),
        route('life-shop-dev', { name: 'payments', namespace: 'life-pay' }),
      ],
      [
        alias('life-pay-dev', 'payments.life-pay-dev.svc.cluster.local'),
        alias('life-shop-dev', 'payments.other-life-pay-dev.svc'),
        alias('life-shop-dev', 'life-pay-dev.example.com'),
      ],
    );
    expect(trafficInto(view, 'life-pay-dev')).toEqual([]);
  });
});
