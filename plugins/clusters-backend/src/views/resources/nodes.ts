import { LABELS } from '@caas/plugin-clusters-common';
import { amountsOf, type CpuAndMemory } from '../../domain/quantities';
import type { Watched } from '../Mirror';
import { isoText } from './times';

/** A condition of a node, as the kubelet and the node controller write it. */
export type SeenNodeCondition = {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  since?: string;
};

/** What a view keeps of a node: a cluster has at most some thousands. */
export type SeenNode = {
  name: string;
  partition?: string;
  zone?: string;
  roles: string[];
  isSchedulable: boolean;
  labels: Record<string, string>;
  taints: { key: string; value?: string; effect: string }[];
  conditions: SeenNodeCondition[];
  allocatable: CpuAndMemory & { pods: number };
  address?: string;
  kubeletVersion?: string;
  operatingSystem?: string;
  architecture?: string;
  createdAt?: string;
};

const ROLE = 'node-role.kubernetes.io/';

export const NODES: Watched<SeenNode> = {
  path: '/api/v1/nodes',
  trim: ({ metadata, spec, status }) => {
    const labels = metadata.labels ?? {};
    const allocatable = status?.allocatable ?? status?.capacity;
    return {
      name: metadata.name!,
      partition: labels[LABELS.partition],
      zone: labels['topology.kubernetes.io/zone'],
      roles: Object.keys(labels)
        .filter(label => label.startsWith(ROLE))
        .map(label => label.slice(ROLE.length))
        .sort(),
      isSchedulable: !spec?.unschedulable,
      labels,
      taints: (spec?.taints ?? []).map(
        ({ key, value, effect }: SeenNode['taints'][number]) => ({
          key,
          value,
          effect,
        }),
      ),
      conditions: (status?.conditions ?? []).map(trimCondition),
      allocatable: {
        ...amountsOf(allocatable),
        pods: Number(allocatable?.pods ?? 0),
      },
      address: addressOf(status),
      kubeletVersion: status?.nodeInfo?.kubeletVersion,
      operatingSystem: status?.nodeInfo?.operatingSystem,
      architecture: status?.nodeInfo?.architecture,
      createdAt: isoText(metadata.creationTimestamp),
    };
  },
};

function trimCondition(condition: {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
}): SeenNodeCondition {
  const { type, status, reason, message, lastTransitionTime } = condition;
  return { type, status, reason, message, since: isoText(lastTransitionTime) };
}

function addressOf(
  status: { addresses?: { type: string; address: string }[] } | undefined,
): string | undefined {
  return status?.addresses?.find(({ type }) => type === 'InternalIP')?.address;
}
