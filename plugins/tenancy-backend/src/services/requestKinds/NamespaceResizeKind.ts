import type { Evidence, Execution } from '@caas/plugin-approvals-common';
import type { RequestKindProvider } from '@caas/plugin-approvals-node';
import { growthOf, isSame } from '../../domain/changes';
import { describeSize } from '../../domain/describe';
import { executionOf } from '../../domain/execution';
import { inBothLanguages } from '../../domain/inBothLanguages';
import { namespaceManifests } from '../../domain/manifests/namespaceManifests';
import {
  freezeResize,
  parseResize,
  readFrozenResize,
} from '../../domain/namespaceChange';
import type { QuotaKey, Reservation } from '../../domain/quota';
import { InputError } from '@backstage/errors';
import type { RequestKindParts } from './RequestKindParts';
import { orRefused, type StoredSubject, type Subject } from './subjects';

type Options = Pick<
  RequestKindParts,
  'checks' | 'evidence' | 'ledger' | 'namespaces' | 'clock' | 'onChange'
>;

/** The request kind `namespace.resize`: a namespace gets another share of its quota. */
export class NamespaceResizeKind implements RequestKindProvider {
  static create(options: Options): NamespaceResizeKind {
    return new NamespaceResizeKind(options);
  }

  private constructor(private readonly options: Options) {}

  async validate({ tenant, requester, payload, requestId }: Subject) {
    const { checks } = this.options;
    const { namespace: id, to } = parseResize(payload);
    await checks.assertMayAsk(tenant, requester);
    const namespace = await checks.getNamespace(tenant, id);
    if (isSame(namespace.resources, to)) {
      throw inBothLanguages(InputError, {
        'zh-CN': `cpu: 命名空间“${namespace.name}”已经是这个规格。请修改用量`,
        en: `cpu: namespace '${namespace.name}' has this size already. Ask for another one`,
      });
    }
    await checks.assertNoOtherChange(namespace, requestId);
    await checks.assertWithinCap(namespace, { resources: to });
    await checks.assertHoldsWhatIsUsed(namespace, to);
    const [before, after] = [
      describeSize(namespace.resources),
      describeSize(to),
    ];
    const { name, cluster, environment } = namespace;
    return {
      payload: freezeResize(namespace, to),
      environment,
      title: {
        'zh-CN': `调整 ${cluster} 上的命名空间 ${name}（${before['zh-CN']} → ${after['zh-CN']}）`,
        en: `Resize namespace ${name} on ${cluster} (${before.en} → ${after.en})`,
      },
    };
  }

  async evidence({ tenant, payload, requestId }: Subject): Promise<Evidence> {
    const { checks, evidence } = this.options;
    const { namespace: id, to } = parseResize(payload);
    const namespace = await checks.getNamespace(tenant, id);
    return {
      items: await evidence.ofResize({ namespace, to, requestId }),
      objects: namespaceManifests({
        ...namespace,
        resources: to,
      }) as Evidence['objects'],
    };
  }

  async reserve(subject: StoredSubject): Promise<void> {
    const { ledger, clock, onChange } = this.options;
    await ledger.reserve(reservationOf(subject), clock.now());
    onChange(subject.tenant);
  }

  async release(subject: StoredSubject): Promise<void> {
    const { ledger, clock, onChange } = this.options;
    await ledger.settle(reservationOf(subject), clock.now());
    onChange(subject.tenant);
  }

  async execute(subject: StoredSubject): Promise<Execution> {
    return orRefused('resize', () => this.carryOut(subject));
  }

  async cancel(subject: StoredSubject): Promise<void> {
    const { ledger, clock, onChange } = this.options;
    const { requestId } = subject;
    await ledger.cancelResize(keyOf(subject), requestId, clock.now());
    await ledger.settle(reservationOf(subject), clock.now());
    onChange(subject.tenant);
  }

  private async carryOut(subject: StoredSubject): Promise<Execution> {
    const { checks, ledger, namespaces, clock, onChange } = this.options;
    const { tenant, requestId } = subject;
    const { payload, from, to } = readFrozenResize(subject.payload);
    const before = await checks.getNamespace(tenant, payload.namespace);
    // Looked at before the books are locked: what is used may have grown while the request was being decided.
    if (isSame(before.resources, from)) {
      await checks.assertHoldsWhatIsUsed(before, to);
    }
    const generation = await ledger.resize(
      keyOf(subject),
      { requestId, namespaceId: payload.namespace, from, to },
      clock.now(),
    );
    let namespace = await checks.getNamespace(tenant, payload.namespace);
    if (namespace.generation !== before.generation) onChange(tenant);
    const hasFailed =
      namespace.state === 'failed' && namespace.readyGeneration < generation;
    if (hasFailed && !(await namespaces.tellFailure(namespace.id))) {
      // The desk has heard of the failure, and asks again.
      await namespaces.restart(namespace.id, clock.now());
      onChange(tenant);
      namespace = await checks.getNamespace(tenant, payload.namespace);
    }
    return executionOf('resize', namespace, generation);
  }
}

function keyOf({ tenant, payload }: Subject): QuotaKey {
  const { cluster, environment } = readFrozenResize(payload).payload;
  return { tenant, cluster, environment };
}

/** A pending resize asks for what it grows by. */
function reservationOf(subject: StoredSubject): Reservation {
  const { payload, from, to } = readFrozenResize(subject.payload);
  return {
    ...keyOf(subject),
    requestId: subject.requestId,
    name: payload.name,
    resources: growthOf(from, to),
  };
}
