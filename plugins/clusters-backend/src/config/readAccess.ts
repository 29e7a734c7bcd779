import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { ClusterAccess } from '../domain/ClusterDefinition';
import { readInCluster, type PodEnvironment } from './readInCluster';
import { readKubeconfig } from './readKubeconfig';
import { readTextFresh } from './readFresh';

/** Keys of each of the three ways to describe how a cluster is reached. */
export const ACCESS_KEYS = [
  'url',
  'caFile',
  'caData',
  'token',
  'tokenFile',
  'kubeconfig',
  'inCluster',
] as const;

/** How a cluster of the configuration is reached; throws when the configuration names no way, or more than one. */
export function readAccess(
  config: Config,
  key: string,
  pod: PodEnvironment,
): () => ClusterAccess {
  const ways = [
    config.has('url') && 'url',
    config.has('kubeconfig') && 'kubeconfig',
    config.has('inCluster') && 'inCluster',
  ].filter(way => way !== false);
  if (ways.length !== 1) {
    const found =
      ways.length === 0
        ? 'none of them'
        : ways.map(way => `'${way}'`).join(' and ');
    throw new InputError(
      `'${key}' must say how the cluster is reached, by one of 'url' with a token, 'kubeconfig' and 'inCluster'; it has ${found}`,
    );
  }
  const [way] = ways;
  const stray = ACCESS_KEYS.find(
    name => way !== 'url' && name !== way && config.has(name),
  );
  if (stray) {
    throw new InputError(
      `'${key}' has both '${way}' and '${stray}': leave '${stray}' out, '${way}' brings its own`,
    );
  }
  if (way === 'kubeconfig') {
    return readKubeconfig(config.getConfig('kubeconfig'), `${key}.kubeconfig`);
  }
  if (way === 'inCluster') {
    if (config.getBoolean('inCluster')) return readInCluster(pod);
    throw new InputError(
      `'${key}.inCluster' is false: write true, or say 'url' or 'kubeconfig' in its place`,
    );
  }
  const url = readUrl(config, key);
  const readCa = readEither(config, key, ['caFile', 'caData'], base64 =>
    Buffer.from(base64, 'base64').toString('utf8'),
  );
  const readToken = readEither(config, key, ['tokenFile', 'token']);
  if (!readToken) {
    throw new InputError(
      `'${key}.token' is missing: write the token of the portal's service account, or 'tokenFile' where it lies`,
    );
  }
  return () => ({ url, ca: readCa?.(), user: { token: readToken() } });
}

/** Only TLS: the token goes along with every call. */
function readUrl(config: Config, key: string): string {
  const url = config.getString('url');
  if (!/^https:\/\/\S+$/.test(url) || !URL.canParse(url)) {
    throw new InputError(
      `'${url}' at '${key}.url' is not the address of an API server: write it like https://10.0.0.1:6443`,
    );
  }
  return url.replace(/\/$/, '');
}

/** What stands in a file, which is read again when it changes, or in the configuration itself. */
function readEither(
  config: Config,
  key: string,
  [fileKey, dataKey]: readonly [string, string],
  decode = (data: string) => data,
): (() => string) | undefined {
  const file = config.getOptionalString(fileKey);
  const data = config.getOptionalString(dataKey);
  if (file && data) {
    throw new InputError(
      `'${key}' has both '${fileKey}' and '${dataKey}': leave one of them out`,
    );
  }
  if (data) return () => decode(data);
  return file ? readTextFresh(file) : undefined;
}
