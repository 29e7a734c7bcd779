import type { Alarm } from './Alarm';

/** An alarm that a test rings by hand. */
export class FakeAlarm implements Alarm {
  /** What it was set to, while it has not rung. */
  afterMs?: number;
  private ringing?: () => void;

  set(afterMs: number, ring: () => void): void {
    this.afterMs = afterMs;
    this.ringing = ring;
  }

  clear(): void {
    this.afterMs = undefined;
    this.ringing = undefined;
  }

  ring(): void {
    const ring = this.ringing;
    this.clear();
    ring?.();
  }
}
