import { readFileSync } from 'node:fs';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** A cluster as the configuration describes it. */
export type ClusterDefinition = {
  name: string;
  title: string;
  titleEn: string;
  environments: string[];
  url: string;
  /** Certificate authority in PEM; undefined trusts what the system trusts. Read afresh at each connection. */
  readCa(): string | undefined;
  token: string;
};

const KEYS = [
  'name',
  'title',
  'titleEn',
  'environments',
  'url',
  'caFile',
  'caData',
  'token',
];
const ENVIRONMENTS = ['dev', 'test', 'staging', 'prod'];

/** The clusters in the configuration; throws, naming the key, when one cannot be right. */
export function readClusters(config: Config): ClusterDefinition[] {
  const clusters = (config.getOptionalConfigArray('clusters') ?? []).map(
    readCluster,
  );
  const names = clusters.map(cluster => cluster.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) {
    throw new InputError(
      `The configuration names the cluster '${twice}' twice under 'clusters': give each a name of its own`,
    );
  }
  return clusters;
}

function readCluster(config: Config, index: number): ClusterDefinition {
  const key = `clusters[${index}]`;
  const unknown = config.keys().find(name => !KEYS.includes(name));
  if (unknown) {
    throw new InputError(
      `There is no '${unknown}' at '${key}': a cluster has ${KEYS.map(name => `'${name}'`).join(', ')}`,
    );
  }
  const name = config.getString('name');
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name)) {
    throw new InputError(
      `'${name}' at '${key}.name' is not a name of a cluster: write lower case letters, digits and hyphens, at most 63`,
    );
  }
  return {
    name,
    title: config.getString('title'),
    titleEn: config.getString('titleEn'),
    environments: readEnvironments(config, key),
    url: readUrl(config, key),
    readCa: readCaSource(config, key),
    token: config.getString('token'),
  };
}

function readEnvironments(config: Config, key: string): string[] {
  const environments = config.getStringArray('environments');
  const wrong = environments.find(name => !ENVIRONMENTS.includes(name));
  if (wrong || environments.length === 0) {
    throw new InputError(
      `'${wrong ?? ''}' at '${key}.environments' is not an environment: write one or more of ${ENVIRONMENTS.join(', ')}`,
    );
  }
  return environments;
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

function readCaSource(config: Config, key: string): () => string | undefined {
  const file = config.getOptionalString('caFile');
  const data = config.getOptionalString('caData');
  if (file && data) {
    throw new InputError(
      `'${key}' has both 'caFile' and 'caData': leave one of them out`,
    );
  }
  if (data) return () => Buffer.from(data, 'base64').toString('utf8');
  return () => file && readFileSync(file, 'utf8');
}
