import { operation } from '@caas/contract';
import {
  lifecycleProgress,
  lifecycleStep,
  namespaceExport,
  namespaceStanding,
  ownNamespace,
} from '../schemas';

const PATH = '/clusters/{cluster}/namespaces/{namespace}' as const;

/** What the owner of a namespace has done to it at the end of its life. Nobody else's is touched. */
export const namespaceLifecycle = {
  look: operation({
    method: 'GET',
    path: `${PATH}/lifecycle`,
    summary:
      'Show how a namespace of the caller stands, what leads into it and what keeps it from going',
    access: { kind: 'service' },
  })
    .input(ownNamespace)
    .output(namespaceStanding),
  stop: operation({
    method: 'POST',
    path: `${PATH}/stop`,
    summary:
      'Scale what runs in a namespace to zero, and remember how much it was',
    access: { kind: 'service' },
    audit: { event: 'namespace-stop', severity: 'high' },
  })
    .input(lifecycleStep)
    .output(lifecycleProgress),
  start: operation({
    method: 'POST',
    path: `${PATH}/start`,
    summary: 'Run again what a stop has scaled to zero',
    access: { kind: 'service' },
    audit: { event: 'namespace-start', severity: 'high' },
  })
    .input(lifecycleStep)
    .output(lifecycleProgress),
  export: operation({
    method: 'GET',
    path: `${PATH}/export`,
    summary: 'Give out the manifests of a namespace, without secrets',
    access: { kind: 'service' },
    audit: { event: 'namespace-export', severity: 'medium' },
  })
    .input(ownNamespace)
    .output(namespaceExport),
};
