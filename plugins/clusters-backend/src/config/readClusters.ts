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
  const name = config.getString('name');
  const key = `clusters[${index}]`;
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name)) {
    throw new InputError(
      `'${name}' at '${key}.name' is not a name of a cluster: write lower case letters, digits and hyphens, at most 63`,
    );
  }
  const url = config.getString('url');
  if (!/^https?:\/\/\S+$/.test(url) || !URL.canParse(url)) {
    throw new InputError(
      `'${url}' at '${key}.url' is not the address of an API server: write it like https://10.0.0.1:6443`,
    );
  }
  const caFile = config.getOptionalString('caFile');
  const caData = config.getOptionalString('caData');
  return {
    name,
    title: config.getString('title'),
    titleEn: config.getString('titleEn'),
    environments: config.getStringArray('environments'),
    url: url.replace(/\/$/, ''),
    readCa: () => {
      if (caData) return Buffer.from(caData, 'base64').toString('utf8');
      return caFile ? readFileSync(caFile, 'utf8') : undefined;
    },
    token: config.getString('token'),
  };
}
