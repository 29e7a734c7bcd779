import { counts, podUse } from '../../admission/podResources';
import { parseQuantity } from '../../admission/quantity';
import type { KubernetesObject } from '../../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../../storage/ObjectStore';

type Amounts = { cpu: number; memory: number; pods: number };

const ZERO: Amounts = { cpu: 0, memory: 0, pods: 0 };

/** What the pods of each node have asked for; counted once, when the first pod looks for a place. */
export class NodeUse {
  private byNode?: Map<string, Amounts>;

  constructor(private readonly store: ObjectStore) {}

  of(node: string): Amounts {
    return this.all().get(node) ?? ZERO;
  }

  add(node: string, pod: KubernetesObject): void {
    const all = this.all();
    const { cpu = 0, memory = 0 } = podUse(pod);
    const used = all.get(node) ?? ZERO;
    all.set(node, {
      cpu: used.cpu + cpu,
      memory: used.memory + memory,
      pods: used.pods + 1,
    });
  }

  /** What a pod lacks on a node, in the scheduler's words. */
  shortageOf(node: KubernetesObject, pod: KubernetesObject): string[] {
    const used = this.of(node.metadata.name);
    const { cpu = 0, memory = 0 } = podUse(pod);
    const has = (resource: string) =>
      parseQuantity(node.status?.allocatable?.[resource]) ?? Infinity;
    return [
      ...(used.pods + 1 > has('pods') ? ['Too many pods'] : []),
      ...(cpu > 0 && used.cpu + cpu > has('cpu') ? ['Insufficient cpu'] : []),
      ...(memory > 0 && used.memory + memory > has('memory')
        ? ['Insufficient memory']
        : []),
    ];
  }

  private all(): Map<string, Amounts> {
    if (this.byNode) return this.byNode;
    this.byNode = new Map();
    for (const pod of this.store.list(kindOf('Pod'))) {
      if (pod.spec?.nodeName && counts(pod)) this.add(pod.spec.nodeName, pod);
    }
    return this.byNode;
  }
}
