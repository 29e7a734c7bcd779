import type {
  RequestKindProvider,
  StoredRequestKindSubject,
} from '@caas/plugin-approvals-node';

/** The owner of a request kind, which may be unable to cancel. */
export type KindOwner = Omit<RequestKindProvider, 'cancel'> & {
  cancel(subject: StoredRequestKindSubject): Promise<{ isSupported: boolean }>;
};

/** The domains that own request kinds, by plugin. */
export interface KindProviders {
  /**
   * @remarks
   * Its operations throw `InputError`, `ConflictError`, `NotFoundError` and `NotAllowedError` in the owner's words, and
   * `ServiceUnavailableError` when the owner does not answer.
   */
  forPlugin(pluginId: string): KindOwner;
}
