/**
 * The longest turn of the event loop, by the CPU time that the main thread took: what other programs of the machine take in
 * between is in the wall clock, and not in this.
 */
export class Turns {
  private longest = 0;
  private last = cpuMs();
  private isOn = true;

  constructor() {
    setImmediate(() => this.turn());
  }

  /** In ms, since the last call. */
  take(): number {
    const { longest } = this;
    this.longest = 0;
    return longest;
  }

  stop(): void {
    this.isOn = false;
  }

  private turn(): void {
    const now = cpuMs();
    this.longest = Math.max(this.longest, now - this.last);
    this.last = now;
    if (this.isOn) setImmediate(() => this.turn());
  }
}

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
