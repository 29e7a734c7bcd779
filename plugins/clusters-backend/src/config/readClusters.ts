import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { CLUSTER_ENVIRONMENTS } from '@caas/plugin-clusters-common';
import type { ClusterDefinition } from '../domain/ClusterDefinition';
import { ACCESS_KEYS, readAccess } from './readAccess';
import { THIS_POD, type PodEnvironment } from './readInCluster';

export type { ClusterDefinition };

const KEYS = [
  'name',
  'title',
  'titleEn',
  'environments',
  'region',
  ...ACCESS_KEYS,
];

/** The clusters in the configuration; throws, naming the key, when one cannot be right. */
export function readClusters(
  config: Config,
  pod: PodEnvironment = THIS_POD,
): ClusterDefinition[] {
  const clusters = (config.getOptionalConfigArray('clusters') ?? []).map(
    (cluster, index) => readCluster(cluster, index, pod),
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

function readCluster(
  config: Config,
  index: number,
  pod: PodEnvironment,
): ClusterDefinition {
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
    region: config.getOptionalString('region'),
    origin: 'config',
    readAccess: readAccess(config, key, pod),
  };
}

function readEnvironments(config: Config, key: string): string[] {
  const environments = config.getStringArray('environments');
  const wrong = environments.find(
    name => !(CLUSTER_ENVIRONMENTS as readonly string[]).includes(name),
  );
  if (wrong || environments.length === 0) {
    throw new InputError(
      `'${wrong ?? ''}' at '${key}.environments' is not an environment: write one or more of ${CLUSTER_ENVIRONMENTS.join(', ')}`,
    );
  }
  return environments;
}
