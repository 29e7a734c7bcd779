import {
  connect,
  createServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';

/** A way to a TCP server that can be closed: bytes wait, no connection ends, nobody is told. */
export class TcpGate {
  private isOpen = true;
  private readonly pairs = new Set<[Socket, Socket]>();

  static async start(target: { host: string; port: number }): Promise<TcpGate> {
    const gate = new TcpGate(createServer());
    gate.server.on('connection', near => gate.join(near, target));
    await new Promise<void>(resolve => {
      gate.server.listen(0, '127.0.0.1', resolve);
    });
    return gate;
  }

  private constructor(private readonly server: Server) {}

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  shut(): void {
    this.isOpen = false;
    for (const [near, far] of this.pairs) {
      near.pause();
      far.pause();
    }
  }

  open(): void {
    this.isOpen = true;
    for (const [near, far] of this.pairs) {
      near.resume();
      far.resume();
    }
  }

  close(): void {
    this.server.close();
    for (const pair of this.pairs) pair.forEach(socket => socket.destroy());
  }

  private join(near: Socket, target: { host: string; port: number }): void {
    const far = connect(target);
    const pair: [Socket, Socket] = [near, far];
    this.pairs.add(pair);
    const part = () => {
      this.pairs.delete(pair);
      pair.forEach(socket => socket.destroy());
    };
    for (const [from, to] of [pair, [far, near]] as const) {
      from.on('data', bytes => to.write(bytes));
      from.on('error', part);
      from.on('close', part);
      if (!this.isOpen) from.pause();
    }
  }
}
