/** Holds whoever comes to it until it is opened. */
export class Gate {
  private release = () => {};
  private arrive = () => {};
  private readonly opened = new Promise<void>(resolve => {
    this.release = resolve;
  });
  /** Somebody waits. */
  readonly reached = new Promise<void>(resolve => {
    this.arrive = resolve;
  });

  async pass(): Promise<void> {
    this.arrive();
    await this.opened;
  }

  open(): void {
    this.release();
  }
}
