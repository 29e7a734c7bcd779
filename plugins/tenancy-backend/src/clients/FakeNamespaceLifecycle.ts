import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  LifecycleProgress,
  LifecycleStep,
  NamespaceExport,
  NamespaceStanding,
  OwnNamespace,
} from '@caas/plugin-clusters-common';

/** How a namespace stands. */
type Standing = { uid: string; step: number; isStopped: boolean };

/** Namespaces on clusters as far as their end goes, with the rules that tenancy relies on. */
export class FakeNamespaceLifecycle {
  /** By `<cluster>/<apply set>`; one that is not here does not stand. */
  readonly standing = new Map<string, Standing>();
  readonly dependants: NamespaceStanding['dependants'] = [];
  /** What was done to whom, in order. */
  readonly calls: string[] = [];
  /** Called before a stop or a start takes effect. */
  before?: (verb: 'stop' | 'start', step: LifecycleStep) => Promise<void>;

  look(own: OwnNamespace): NamespaceStanding {
    const { uid } = this.find(own);
    return { uid, phase: 'Active', dependants: this.dependants };
  }

  async bring(
    verb: 'stop' | 'start',
    step: LifecycleStep,
  ): Promise<LifecycleProgress> {
    await this.before?.(verb, step);
    const found = this.find(step);
    if (step.generation < found.step) {
      throw new ConflictError(
        `Namespace '${step.namespace}' is at step ${found.step} of its life by now`,
      );
    }
    const isStopped = verb === 'stop';
    const changed = found.isStopped === isStopped ? 0 : 1;
    found.step = step.generation;
    found.isStopped = isStopped;
    this.calls.push(`${verb} ${step.namespace}`);
    return { uid: found.uid, changed, left: 0 };
  }

  export(own: OwnNamespace, takenAt: string): NamespaceExport {
    const { uid } = this.find(own);
    this.calls.push(`export ${own.namespace}`);
    return {
      uid,
      takenAt,
      objects: [
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'settings', namespace: own.namespace },
        },
      ],
      gaps: [],
    };
  }

  private find({ cluster, namespace, applySet }: OwnNamespace): Standing {
    const found = this.standing.get(`${cluster}/${applySet}`);
    if (found) return found;
    throw new NotFoundError(
      `There is no namespace '${namespace}' on cluster '${cluster}'`,
    );
  }
}
