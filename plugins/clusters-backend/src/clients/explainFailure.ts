import { sentenceOf, type Bilingual } from '@caas/contract';
import type { ConnectionCheck } from '@caas/plugin-clusters-common';

/** What keeps a connection from being made. */
export type Failure = Pick<ConnectionCheck, 'id' | 'message'>;

const UNTRUSTED = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_SIGNATURE_FAILURE',
  'INVALID_CA',
];

const UNREACHED: Readonly<Record<string, Bilingual>> = {
  ECONNREFUSED: {
    'zh-CN': '该地址和端口没有服务在监听',
    en: 'nothing listens at this address and port',
  },
  ECONNRESET: {
    'zh-CN': '主机关闭了连接',
    en: 'the host closed the connection',
  },
  EHOSTUNREACH: {
    'zh-CN': '从这里无法到达该主机',
    en: 'there is no way to this host from here',
  },
  ENETUNREACH: {
    'zh-CN': '从这里无法到达该网络',
    en: 'there is no way to this network from here',
  },
  ENOTFOUND: {
    'zh-CN': '域名服务器中没有该主机',
    en: 'no name server knows this host',
  },
  EAI_AGAIN: {
    'zh-CN': '域名服务器没有响应',
    en: 'the name server does not answer',
  },
  ETIMEDOUT: { 'zh-CN': '没有及时响应', en: 'no answer in time' },
};

/** What an error of Node's says about a connection, in a sentence for whoever gave its address. */
export function explainFailure(error: unknown): Failure {
  const { name, code = '' } = error as Error & { code?: string };
  if (name === 'RefusedAddressError') {
    return { id: 'address', message: sentenceOf(error) };
  }
  if (name === 'TimeoutError' || name === 'AbortError') {
    return {
      id: 'connection',
      message: {
        'zh-CN': '主机在 10 秒内没有响应：请检查地址，以及两地之间的防火墙',
        en: 'The host does not answer within 10 seconds: look at the address, and at firewalls between here and there',
      },
    };
  }
  if (UNTRUSTED.includes(code)) {
    return {
      id: 'certificate',
      message: {
        'zh-CN':
          '主机的证书不是由您填写的证书颁发机构签发的；未填写时，也不是由本机信任的机构签发的。请填写集群的 CA 证书',
        en: 'The certificate of the host is not signed by the authority that you gave, or, without one, by any that this machine trusts: give the certificate authority of the cluster',
      },
    };
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return {
      id: 'certificate',
      message: {
        'zh-CN': '主机的证书属于其他名称：请使用证书中的域名或 IP 填写地址',
        en: 'The certificate of the host is for another name: write the address by a name or number that stands in the certificate',
      },
    };
  }
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return {
      id: 'certificate',
      message: {
        'zh-CN': '主机的证书目前不在有效期内：请更新证书，或检查时钟',
        en: 'The certificate of the host is not valid at this time: renew it, or look at the clocks',
      },
    };
  }
  if (code.startsWith('ERR_OSSL')) {
    return {
      id: 'certificate',
      message: {
        'zh-CN': '无法读取 CA 证书：请填写完整的 PEM，包括首行和末行',
        en: 'The certificate authority cannot be read: give it in PEM, whole, with its first and its last line',
      },
    };
  }
  if (code === 'EPROTO' || code.startsWith('ERR_SSL')) {
    return {
      id: 'connection',
      message: {
        'zh-CN': '主机的该端口不使用 TLS：请填写 API server 的端口',
        en: 'The host does not speak TLS at this port: write the port of the API server',
      },
    };
  }
  const reason = UNREACHED[code] ?? {
    'zh-CN': code || '原因不明',
    en: code || 'no reason given',
  };
  return {
    id: 'connection',
    message: {
      'zh-CN': `无法连接主机：${reason['zh-CN']}`,
      en: `The host cannot be reached: ${reason.en}`,
    },
  };
}
