import type {
  LifecycleProgress,
  LifecycleStep,
  NamespaceExport,
  NamespaceStanding,
  OwnNamespace,
} from '@caas/plugin-clusters-common';

/**
 * What the plugin that made a namespace has done to it at the end of its life. Everything may be repeated.
 *
 * @throws NotFoundError when it does not stand, NotAllowedError when it is not the one that the caller made, ConflictError
 * when a later step has come, ServiceUnavailableError when the cluster does not answer.
 */
export interface NamespaceLifecycle {
  look(place: OwnNamespace, actor: string): Promise<NamespaceStanding>;
  stop(step: LifecycleStep, actor: string): Promise<LifecycleProgress>;
  start(step: LifecycleStep, actor: string): Promise<LifecycleProgress>;
  export(place: OwnNamespace, actor: string): Promise<NamespaceExport>;
}
