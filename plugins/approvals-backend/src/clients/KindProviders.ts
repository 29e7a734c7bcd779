import type { RequestKindProvider } from '@caas/plugin-approvals-node';

/** The domains that own request kinds, by plugin. */
export interface KindProviders {
  /**
   * @remarks
   * Its operations throw `InputError`, `ConflictError`, `NotFoundError` and `NotAllowedError` in the owner's words, and
   * `ServiceUnavailableError` when the owner does not answer.
   */
  forPlugin(pluginId: string): RequestKindProvider;
}
