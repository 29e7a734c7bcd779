import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** The client that the portal is at the provider. */
export const CLIENT = {
  client_id: 'portal',
  client_secret: 'not-a-secret-of-anything',
};

/** What may be wrong with an ID token. */
export type Forgery =
  'expired' | 'audience' | 'issuer' | 'nonce' | 'signature' | 'none';

/** An OpenID provider in this process, on a free port. */
export class IdentityProvider {
  static async start(options: {
    /** Claims by subject. */
    accounts: Record<string, object>;
    redirectUri: string;
    port?: number;
  }): Promise<IdentityProvider> {
    const { redirectUri, ...rest } = options;
    const worker = new Worker(
      // eslint-disable-next-line no-restricted-syntax -- runs from the sources only, never from a bundle
      path.join(__dirname, 'identityProvider.mjs'),
      {
        workerData: {
          ...rest,
          isIdentityProvider: true,
          client: { ...CLIENT, redirect_uris: [redirectUri] },
        },
        stdout: true,
        stderr: true,
      },
    );
    const [{ issuer }] = await once(worker, 'message');
    return new IdentityProvider(worker, issuer);
  }

  private commands = 0;

  private constructor(
    private readonly worker: Worker,
    readonly issuer: string,
  ) {}

  get metadataUrl(): string {
    return `${this.issuer}/.well-known/openid-configuration`;
  }

  /** What a browser does after the portal sent it here: signs in, and answers the address it is sent back to. */
  async signIn(start: string, subject: string): Promise<string> {
    const cookies = new Map<string, string>();
    let address = new URL(start);
    address.searchParams.set('login_hint', subject);
    for (let hop = 0; address.origin === this.issuer && hop < 10; hop += 1) {
      const response = await fetch(address, {
        redirect: 'manual',
        headers: {
          cookie: [...cookies].map(pair => pair.join('=')).join('; '),
        },
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [name, ...value] = cookie.split(';')[0].split('=');
        cookies.set(name, value.join('='));
      }
      const next = response.headers.get('location');
      if (!next) {
        throw new Error(
          `${address} answered ${response.status}: ${await response.text()}`,
        );
      }
      address = new URL(next, address);
    }
    return address.href;
  }

  /** Signs with a new key from now on. */
  rotateKeys(): Promise<void> {
    return this.command('rotateKeys');
  }

  /** Issues ID tokens with something wrong, until it is called without a kind. */
  forge(kind?: Forgery): Promise<void> {
    return this.command('forge', kind);
  }

  /** Changes the claims of an account, or removes it. */
  setAccount(subject: string, claims?: object): Promise<void> {
    return this.command('setAccount', [subject, claims]);
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  private async command(command: string, argument?: unknown): Promise<void> {
    this.commands += 1;
    const id = this.commands;
    const answered = once(this.worker, 'message');
    this.worker.postMessage({ id, command, argument });
    await answered;
  }
}
