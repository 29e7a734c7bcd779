import type { IncomingMessage } from 'node:http';
import { unauthorized } from '../api/ApiError';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';
import { readToken, signToken } from './serviceAccountToken';
import { ANONYMOUS, type User } from './User';

/** The group that may do everything. */
export const ADMINISTRATORS = 'system:masters';

const AUTHENTICATED = 'system:authenticated';

/** Tells by the bearer token who calls: an administrator of the sandbox, or a service account. */
export class Authenticator {
  constructor(
    private readonly store: ObjectStore,
    private readonly tokens: ReadonlyMap<string, User>,
    private readonly key: string,
  ) {}

  /** A caller without a token is anonymous; one whose token says nothing is refused. */
  identify({ headers }: IncomingMessage): User {
    const { authorization } = headers;
    if (!authorization) return ANONYMOUS;
    const token = /^Bearer (.+)$/.exec(authorization)?.[1] ?? '';
    const user = this.tokens.get(token) ?? this.serviceAccount(token);
    if (!user) throw unauthorized();
    return { ...user, groups: [...user.groups, AUTHENTICATED] };
  }

  /** A token for a service account, and when it ends. */
  issue(
    account: KubernetesObject,
    lifetimeSeconds: number,
  ): { token: string; expires: Date } {
    const { namespace = '', name, uid = '' } = account.metadata;
    const expires =
      Math.floor(this.store.now().getTime() / 1000) + lifetimeSeconds;
    const token = signToken({ namespace, name, uid, expires }, this.key);
    return { token, expires: new Date(expires * 1000) };
  }

  private serviceAccount(token: string): User | undefined {
    const claims = readToken(token, this.key, this.store.now());
    if (!claims) return undefined;
    const { namespace, name, uid } = claims;
    const account = this.store.find(kindOf('ServiceAccount'), namespace, name);
    if (account?.metadata.uid !== uid) return undefined;
    return {
      name: `system:serviceaccount:${namespace}:${name}`,
      groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`],
    };
  }
}
