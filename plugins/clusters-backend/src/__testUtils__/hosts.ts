import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:https';
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import path from 'node:path';

/** A certificate authority that signed nothing of ours. */
export const ANOTHER_CA = `-----BEGIN CERTIFICATE-----
MIIBjjCCATWgAwIBAgIUOSTLyy/K6W/0eKJ4mQEBU+OgJ9kwCgYIKoZIzj0EAwIw
HDEaMBgGA1UEAwwRYW5vdGhlciBhdXRob3JpdHkwIBcNMjYxMTIxMjA0MzAxWhgP
MjEyNjEwMjgyMDQzMDFaMBwxGjAYBgNVBAMMEWFub3RoZXIgYXV0aG9yaXR5MFkw
EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE6HIPsxSLG9+5YQ5IkxGFZLK6t4Ntj28Y
uJF/9fRp/d4SfYZpXklHsIzlR45xaNl3RTSlIMjzVXAHxhZbgrL52qNTMFEwHQYD
VR0OBBYEFHPxIIs2zo9ZjIlzVyXPKuPtVx9kMB8GA1UdIwQYMBaAFHPxIIs2zo9Z
jIlzVyXPKuPtVx9kMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIg
d2CrTpGyXtCJIiDKr4x6PTv3thAUu4jtQ+SlIcIDnzECIHqjhBYJQg9Rp0eDhIIE
+G+VqO1xhLx00fQI6YE/fAtx
-----END CERTIFICATE-----
`;

/** Hosts that are no API servers, with the certificate of a sandbox that keeps its own in `dataDir`. */
export class Hosts {
  private readonly open: { close(): void; closeAllConnections?(): void }[] = [];

  constructor(private readonly dataDir: string) {}

  /** Answers whatever is asked of it by `listener`; its address. */
  async serve(listener: RequestListener): Promise<string> {
    const file = (name: string) =>
      readFileSync(path.join(this.dataDir, 'sandbox', name));
    const server: Server = createServer(
      { cert: file('ca.crt'), key: file('ca.key') },
      listener,
    );
    return this.listen(server);
  }

  /** Takes connections, and says nothing. */
  async silent(): Promise<string> {
    return this.listen(
      createTcpServer(
        socket => void this.open.push({ close: () => socket.destroy() }),
      ),
    );
  }

  /** Answers whoever connects without TLS. */
  async plain(): Promise<string> {
    return this.listen(
      createTcpServer(socket =>
        socket
          .once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
          .on('error', () => {}),
      ),
    );
  }

  close(): void {
    for (const server of this.open) {
      server.closeAllConnections?.();
      server.close();
    }
  }

  private async listen(server: Server | ReturnType<typeof createTcpServer>) {
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    this.open.push(server);
    return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
}
