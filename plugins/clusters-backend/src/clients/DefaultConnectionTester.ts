import { ServiceUnavailableError } from '@backstage/errors';
import { inEnglishOnly, withChinese, type Bilingual } from '@caas/contract';
import type {
  ConnectionCheck,
  ConnectionTest,
} from '@caas/plugin-clusters-common';
import { nameOfRight, RIGHTS, type Right } from '../domain/rights';
import type { Connection, ConnectionTester } from './ConnectionTester';
import { explainFailure } from './explainFailure';
import { assertHost, guardedLookup } from './guardedLookup';
import { KubernetesProbe, type ProbeAnswer } from './KubernetesProbe';

/** For the whole test. */
const TIMEOUT_MS = 10_000;
/** Tests hold connections and time; whoever wants to try out a network would want many. */
const AT_ONCE = 4;

/** The host answers, and not as an API server does: the rest cannot be tried. */
class UnusableError extends Error {
  constructor(readonly check: ConnectionCheck) {
    super(check.message.en);
  }
}

type Options = {
  allowLoopback: boolean;
  /** For tests: shorter than 10 seconds. */
  timeoutMs?: number;
};

export class DefaultConnectionTester implements ConnectionTester {
  private running = 0;

  static create(options: Options): DefaultConnectionTester {
    return new DefaultConnectionTester(options);
  }

  private constructor(private readonly options: Options) {}

  async test(connection: Connection): Promise<ConnectionTest> {
    if (this.running >= AT_ONCE) {
      throw withChinese(
        new ServiceUnavailableError(
          `${AT_ONCE} connections are being tried at the moment: try again in ten seconds`,
        ),
        `正在测试 ${AT_ONCE} 个连接，请十秒后重试`,
      );
    }
    this.running += 1;
    try {
      return await this.look(connection);
    } finally {
      this.running -= 1;
    }
  }

  private async look({ url, ca, token }: Connection): Promise<ConnectionTest> {
    const checks: ConnectionCheck[] = [];
    const ok = (id: ConnectionCheck['id'], message: Bilingual) =>
      checks.push({ id, status: 'ok', message });
    const signal = AbortSignal.timeout(this.options.timeoutMs ?? TIMEOUT_MS);
    let probe: KubernetesProbe | undefined;
    try {
      assertHost(url, this.options);
      probe = new KubernetesProbe({
        url,
        ca,
        token,
        lookup: guardedLookup(this.options),
        signal,
      });
      const answer = await probe.ask('GET', '/version');
      ok('connection', { 'zh-CN': '主机有响应', en: 'The host answers' });
      ok('certificate', {
        'zh-CN': '证书受信任',
        en: 'Its certificate is trusted',
      });
      const version = versionIn(answer);
      ok('token', { 'zh-CN': '令牌有效', en: 'The token is accepted' });
      checks.push(
        version
          ? { id: 'version', status: 'ok', message: inEnglishOnly(version) }
          : {
              id: 'version',
              status: 'missing',
              message: {
                'zh-CN': '集群没有给出版本',
                en: 'The cluster does not tell its version',
              },
            },
      );
      checks.push(...(await askRights(probe)));
      return { isUsable: true, version, checks };
    } catch (error) {
      const failed =
        error instanceof UnusableError
          ? error.check
          : {
              // Whatever breaks when time is up, breaks because of it.
              ...explainFailure(signal.aborted ? signal.reason : error),
              status: 'failed' as const,
            };
      return { isUsable: false, checks: [...checks, failed] };
    } finally {
      probe?.close();
    }
  }
}

/** @throws UnusableError when it is no API server that answers, or one that does not accept the token. */
function versionIn(answer: ProbeAnswer): string | undefined {
  const { status, location, contentType, body } = answer;
  if (status >= 300 && status < 400) {
    const target = location?.slice(0, 200);
    throw unusable('connection', {
      'zh-CN': `主机重定向${target ? `到“${target}”` : ''}，不会跟随：请填写 API server 本身的地址`,
      en: `The host redirects${target ? ` to '${target}'` : ''}, which is not followed: write the address of the API server itself`,
    });
  }
  if (status === 401) {
    throw unusable('token', {
      'zh-CN': '集群不接受该令牌：请填写该集群服务账号的完整且未过期的令牌',
      en: 'The cluster does not accept the token: give the token of a service account of this cluster, whole, that has not expired',
    });
  }
  const { gitVersion, kind } = body ?? {};
  if (status === 403 && kind === 'Status') return undefined;
  if (status !== 200 || typeof gitVersion !== 'string') {
    const type = contentType?.slice(0, 100);
    throw unusable('connection', {
      'zh-CN': `主机返回 ${status} 和“${type ?? '空'}”，不像 Kubernetes API server：请检查地址和端口`,
      en: `The host answers ${status} with '${type ?? 'nothing'}', which no Kubernetes API server does: look at the address and the port`,
    });
  }
  return gitVersion.slice(0, 100);
}

function unusable(
  id: ConnectionCheck['id'],
  message: Bilingual,
): UnusableError {
  return new UnusableError({ id, status: 'failed', message });
}

/** All at once: the agent of the probe lets a few through at a time. */
async function askRights(probe: KubernetesProbe): Promise<ConnectionCheck[]> {
  return Promise.all(
    RIGHTS.map(async right => {
      const missing: string[] = [];
      for (const verb of right.verbs) {
        if (!(await hasRight(probe, right, verb))) missing.push(verb);
      }
      const resource = nameOfRight(right);
      return {
        id: 'right' as const,
        status: missing.length === 0 ? ('ok' as const) : ('missing' as const),
        message:
          missing.length === 0
            ? {
                'zh-CN': `可以 ${right.verbs.join('、')} ${resource}`,
                en: `May ${right.verbs.join(', ')} ${resource}`,
              }
            : {
                'zh-CN': `不能 ${missing.join('、')} ${resource}：请为服务账号授予此权限，或不使用相应功能`,
                en: `May not ${missing.join(', ')} ${resource}: give the service account this right, or live without`,
              },
        right: {
          use: right.use,
          verbs: missing.length === 0 ? [...right.verbs] : missing,
          resource,
        },
      };
    }),
  );
}

async function hasRight(
  probe: KubernetesProbe,
  right: Right,
  verb: string,
): Promise<boolean> {
  const { group, resource, subresource, names = [''] } = right;
  const answers = await Promise.all(
    names.map(name =>
      probe.ask(
        'POST',
        '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        {
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SelfSubjectAccessReview',
          spec: {
            resourceAttributes: { verb, group, resource, subresource, name },
          },
        },
      ),
    ),
  );
  return answers.every(({ status, body }) => {
    const { allowed } = (body?.status ?? {}) as { allowed?: unknown };
    return status === 201 && allowed === true;
  });
}
