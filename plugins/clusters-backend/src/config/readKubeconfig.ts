import path from 'node:path';
import { KubeConfig } from '@kubernetes/client-node';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { ClusterAccess } from '../domain/ClusterDefinition';
import { readFresh, readTextFresh } from './readFresh';

/** One context of a kubeconfig file. The file is read when it is needed, and again when it changes. */
export function readKubeconfig(
  config: Config,
  key: string,
): () => ClusterAccess {
  const unknown = config
    .keys()
    .find(name => name !== 'file' && name !== 'context');
  if (unknown) {
    throw new InputError(
      `There is no '${unknown}' at '${key}': a kubeconfig has 'file' and 'context'`,
    );
  }
  const file = config.getString('file');
  const context = config.getString('context');
  const read = readFresh(file, text => {
    const access = accessOf(text, file, context);
    // The client library reads a token's file together with the kubeconfig; it rotates by itself.
    return /token-?file:/i.test(text)
      ? () => accessOf(text, file, context)()
      : access;
  });
  return () => read()();
}

function accessOf(
  text: string,
  file: string,
  context: string,
): () => ClusterAccess {
  const kubeconfig = new KubeConfig();
  kubeconfig.loadFromString(text);
  kubeconfig.makePathsAbsolute(path.dirname(path.resolve(file)));
  kubeconfig.setCurrentContext(context);
  const cluster = kubeconfig.getCurrentCluster();
  const user = kubeconfig.getCurrentUser();
  const refuse = (sentence: string): never => {
    throw new Error(`the context '${context}' of '${file}' ${sentence}`);
  };
  if (!cluster || !user) {
    const known = kubeconfig.getContexts().map(({ name }) => `'${name}'`);
    return refuse(
      `is not there, or names a cluster or a user that is not: the file has ${known.join(', ') || 'no context'}`,
    );
  }
  if (!cluster.server.startsWith('https://')) {
    return refuse(
      `has the address '${cluster.server}': only https is connected to`,
    );
  }
  if (cluster.skipTLSVerify) {
    return refuse(
      `switches the check of certificates off: give it the cluster's certificate authority`,
    );
  }
  if (user.exec || user.authProvider) {
    return refuse(
      `gets its token from a command: the portal runs none, give it the token of a service account`,
    );
  }
  const readCa = contentOf(cluster.caFile, cluster.caData);
  const readUser = userOf(user);
  if (!readUser) return refuse('has neither a token nor a client certificate');
  const url = cluster.server.replace(/\/$/, '');
  return () => ({ url, ca: readCa?.(), user: readUser() });
}

type KubeconfigUser = NonNullable<ReturnType<KubeConfig['getCurrentUser']>>;

function userOf(
  user: KubeconfigUser,
): (() => ClusterAccess['user']) | undefined {
  const { token } = user;
  if (token) return () => ({ token });
  const readCert = contentOf(user.certFile, user.certData);
  const readKey = contentOf(user.keyFile, user.keyData);
  if (!readCert || !readKey) return undefined;
  return () => ({ cert: readCert(), key: readKey() });
}

function contentOf(
  file: string | undefined,
  base64: string | undefined,
): (() => string) | undefined {
  if (base64) return () => Buffer.from(base64, 'base64').toString('utf8');
  return file ? readTextFresh(file) : undefined;
}
