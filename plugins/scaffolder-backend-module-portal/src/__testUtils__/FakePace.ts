import type { Pace } from '../services/followRequest';

/** Time that passes at once, as long as somebody waits. */
export class FakePace implements Pace {
  private time = Date.parse('2026-11-22T08:00:00.000Z');
  /** Called in each pause. */
  onPause?: () => void;
  readonly pauses: number[] = [];

  now(): Date {
    return new Date(this.time);
  }

  async pause(milliseconds: number): Promise<void> {
    this.pauses.push(milliseconds);
    this.time += milliseconds;
    this.onPause?.();
  }
}
