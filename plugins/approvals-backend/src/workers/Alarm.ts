/** Rings once after a while. A hint only: whoever sets it also looks by other means. */
export interface Alarm {
  /** Replaces what was set before. */
  set(afterMs: number, ring: () => void): void;
  clear(): void;
}

/** An alarm that does not keep the process alive. */
export class TimeoutAlarm implements Alarm {
  private timeout?: NodeJS.Timeout;

  set(afterMs: number, ring: () => void): void {
    this.clear();
    this.timeout = setTimeout(ring, afterMs).unref();
  }

  clear(): void {
    clearTimeout(this.timeout);
  }
}
