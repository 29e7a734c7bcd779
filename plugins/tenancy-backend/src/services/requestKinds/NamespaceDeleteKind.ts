import type { Evidence, Execution } from '@caas/plugin-approvals-common';
import type { RequestKindProvider } from '@caas/plugin-approvals-node';
import { executionAt, executionDone } from '../../domain/execution';
import { deletionItems } from '../../domain/leaseEvidence';
import { parseDeletion, readFrozenDeletion } from '../../domain/leaseRequest';
import { namespaceManifests } from '../../domain/manifests/namespaceManifests';
import type { RequestKindParts } from './RequestKindParts';
import { orRefused, type StoredSubject, type Subject } from './subjects';

type Options = Pick<
  RequestKindParts,
  'checks' | 'namespaces' | 'exports' | 'dependants' | 'clock' | 'onChange'
>;

/**
 * The request kind `namespace.delete`: a namespace goes with everything in it.
 *
 * Nothing is stopped before and no days of grace pass: people who see what depends on it have approved that. Its manifests
 * are kept all the same, and clusters delete only what the portal made.
 */
export class NamespaceDeleteKind implements RequestKindProvider {
  static create(options: Options): NamespaceDeleteKind {
    return new NamespaceDeleteKind(options);
  }

  private constructor(private readonly options: Options) {}

  async validate({ tenant, requester, payload, requestId }: Subject) {
    const { checks } = this.options;
    const { namespace: id } = parseDeletion(payload);
    await checks.assertMayAsk(tenant, requester);
    const namespace = await checks.getNamespace(tenant, id);
    await checks.assertNoOtherChange(namespace, requestId);
    const { name, cluster, environment } = namespace;
    return {
      payload: { namespace: id, name, cluster, environment },
      environment,
      title: {
        'zh-CN': `删除 ${cluster} 上的命名空间 ${name} 及其全部内容`,
        en: `Delete namespace ${name} on ${cluster} with everything in it`,
      },
    };
  }

  /** The objects are those that go. */
  async evidence({ tenant, payload }: Subject): Promise<Evidence> {
    const { checks, dependants, exports } = this.options;
    const { namespace: id } = parseDeletion(payload);
    const namespace = await checks.getNamespace(tenant, id);
    const holders = await dependants.list(namespace).catch(() => undefined);
    return {
      items: deletionItems(namespace, holders, await exports.list(id)),
      objects: namespaceManifests(namespace) as Evidence['objects'],
    };
  }

  async reserve(): Promise<void> {
    // Nothing is taken of a quota.
  }

  async release(): Promise<void> {
    // Nothing was.
  }

  async execute(subject: StoredSubject): Promise<Execution> {
    return orRefused('delete', () => this.carryOut(subject));
  }

  async cancel({ payload, requestId }: StoredSubject): Promise<void> {
    const { namespaces, clock } = this.options;
    const { namespace: namespaceId } = readFrozenDeletion(payload);
    await namespaces.cancelDeletion({ requestId, namespaceId }, clock.now());
  }

  private async carryOut(subject: StoredSubject): Promise<Execution> {
    const { namespaces, clock, onChange } = this.options;
    const { tenant, requestId, payload } = subject;
    const { namespace: namespaceId } = readFrozenDeletion(payload);
    const before = await namespaces.find(namespaceId);
    await namespaces.beginDeletion({ requestId, namespaceId }, clock.now());
    if (before?.deleteRequestId !== requestId) onChange(tenant);
    const namespace = await namespaces.find(namespaceId);
    return namespace?.life === 'deleted'
      ? executionDone('delete')
      : executionAt('delete', 'remove', namespace?.message);
  }
}
