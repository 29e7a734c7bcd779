import { mockServices } from '@backstage/backend-test-utils';
import { FakeClustersClient } from '../clients/FakeClustersClient';
import { NamespaceReconciler } from '../reconcilers/NamespaceReconciler';
import { createKind } from './desk';
import { NOW, type Stores } from './stores';

/** Tenancy in memory: stores, clusters, the request kind, the reconciler, and a clock that is moved by hand. */
export function createPortal(
  stores: Stores,
  clusters = new FakeClustersClient(),
) {
  let now = NOW;
  const clock = { now: () => now };
  const announced: string[] = [];
  const moved: string[] = [];
  const reconciler = NamespaceReconciler.create({
    namespaces: stores.namespaces,
    exports: stores.exports,
    clusters,
    announcer: { announce: async tenant => void announced.push(tenant) },
    progress: { announce: async requestId => void moved.push(requestId) },
    clock,
    logger: mockServices.logger.mock(),
  });
  return {
    ...createKind(stores, clusters, clock),
    reconciler,
    announced,
    /** Requests of which the desk was told that they have moved. */
    moved,
    advance(seconds: number) {
      now = new Date(now.getTime() + seconds * 1000);
    },
    async after(seconds: number) {
      this.advance(seconds);
      await reconciler.run();
    },
  };
}
