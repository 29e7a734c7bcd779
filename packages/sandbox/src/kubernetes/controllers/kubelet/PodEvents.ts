import {
  lastHappened,
  recordEvent,
  type Happening,
} from '../../events/recordEvent';
import type { KubernetesObject } from '../../storage/KubernetesObject';
import type { ObjectStore } from '../../storage/ObjectStore';

const quoted = (image: string) => JSON.stringify(image);

/** The events that a kubelet writes about a pod, in its words. */
export class PodEvents {
  constructor(
    private readonly store: ObjectStore,
    private readonly pod: KubernetesObject,
  ) {}

  started(container: string, image: string): void {
    this.record(
      container,
      'Pulled',
      `Container image ${quoted(image)} already present on machine`,
    );
    this.record(container, 'Created', `Created container: ${container}`);
    this.record(container, 'Started', `Started container ${container}`);
  }

  killing(container: string): void {
    this.record(container, 'Killing', `Stopping container ${container}`);
  }

  /** A container that ended is started again, but not at once. */
  backsOff(container: string): void {
    const { name, namespace, uid } = this.pod.metadata;
    this.record(
      container,
      'BackOff',
      `Back-off restarting failed container ${container} in pod ${name}_${namespace}(${uid})`,
      'Warning',
    );
  }

  /** Answers what went wrong. */
  pullFailed(container: string, image: string): string {
    this.record(container, 'Pulling', `Pulling image ${quoted(image)}`);
    const failure = pullFailure(image);
    this.record(container, 'Failed', failure, 'Warning');
    this.record(container, 'Failed', 'Error: ErrImagePull', 'Warning');
    return failure;
  }

  pullBacksOff(container: string, image: string): void {
    const message = `Back-off pulling image ${quoted(image)}`;
    this.record(container, 'BackOff', message);
    this.record(container, 'Failed', 'Error: ImagePullBackOff', 'Warning');
  }

  lastPullFailure(container: string, image: string): Date | undefined {
    const message = pullFailure(image);
    return lastHappened(
      this.store,
      this.pod,
      this.happening(container, 'Failed', message, 'Warning'),
    );
  }

  private record(
    container: string,
    reason: string,
    message: string,
    type: Happening['type'] = 'Normal',
  ): void {
    const happening = this.happening(container, reason, message, type);
    recordEvent(this.store, this.pod, happening);
  }

  private happening(
    container: string,
    reason: string,
    message: string,
    type: Happening['type'],
  ): Happening {
    return {
      type,
      reason,
      message,
      component: 'kubelet',
      host: this.pod.spec?.nodeName,
      fieldPath: `spec.containers{${container}}`,
    };
  }
}

function pullFailure(image: string): string {
  return `Failed to pull image ${quoted(image)}: rpc error: code = NotFound desc = failed to pull and unpack image ${quoted(image)}: failed to resolve reference ${quoted(image)}: ${image}: not found`;
}
