export type Terminated = {
  exitCode: number;
  reason: string;
  startedAt: string;
  finishedAt: string;
};

/** What a container does: exactly one of the three. */
export type ContainerState = {
  waiting?: { reason: string; message?: string };
  running?: { startedAt: string };
  terminated?: Terminated;
};

/** A container as the status of its pod shows it. */
export type ContainerStatus = {
  name: string;
  image: string;
  imageID: string;
  ready: boolean;
  started: boolean;
  restartCount: number;
  state: ContainerState;
  lastState: ContainerState;
};

/** A container as the spec of its pod wants it. */
export type Container = { name: string; image: string };
