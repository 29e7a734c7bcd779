import type { Ingress } from '@caas/plugin-clusters-common';
import type { Watched } from '../Mirror';
import { addressesOf, first, keepMetadata, type Trimmed } from './trimmed';

/** What a view keeps of an Ingress. */
export type SeenIngress = Trimmed<Ingress>;

export const INGRESSES: Watched<SeenIngress> = {
  path: '/apis/networking.k8s.io/v1/ingresses',
  trim: ({ metadata, spec, status }, interner) => ({
    ...keepMetadata(metadata, interner),
    className: interner.text(spec?.ingressClassName),
    addresses: addressesOf(status?.loadBalancer?.ingress),
    tlsHosts: first<{ hosts?: string[] }>(spec?.tls).flatMap(
      ({ hosts }) => hosts ?? [],
    ),
    rules: [
      ...(spec?.defaultBackend
        ? [{ path: '/', backends: [nameOf(spec.defaultBackend)] }]
        : []),
      ...first<IngressRule>(spec?.rules).flatMap(({ host, http }) =>
        first(http?.paths).map(({ path = '/', backend }) => ({
          host,
          path,
          backends: [nameOf(backend)],
        })),
      ),
    ],
  }),
};

type Backend = {
  service?: { name: string; port?: { number?: number; name?: string } };
  resource?: { kind: string; name: string };
};
type IngressRule = {
  host?: string;
  http?: { paths?: { path?: string; backend: Backend }[] };
};

function nameOf({ service, resource }: Backend): { name: string } {
  if (!service) return { name: `${resource?.kind} ${resource?.name}` };
  const port = service.port?.number ?? service.port?.name;
  return { name: port ? `${service.name}:${port}` : service.name };
}
