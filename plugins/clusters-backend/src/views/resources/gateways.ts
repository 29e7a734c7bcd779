import type { Gateway } from '@caas/plugin-clusters-common';
import { servingStateOf } from '../../domain/servingState';
import type { Watched } from '../Mirror';
import {
  conditionOf,
  first,
  keepMetadata,
  sentenceOf,
  type Trimmed,
} from './trimmed';

/** What a view keeps of a Gateway. */
export type SeenGateway = Trimmed<Gateway>;

export const GATEWAYS: Watched<SeenGateway> = {
  path: '/apis/gateway.networking.k8s.io/v1/gateways',
  trim: ({ metadata, spec, status }, interner) => {
    const programmed = conditionOf(status?.conditions, 'Programmed');
    const accepted = conditionOf(status?.conditions, 'Accepted');
    const verdict = accepted?.status === 'False' ? accepted : programmed;
    const state = servingStateOf(verdict);
    return {
      ...keepMetadata(metadata, interner),
      state,
      reason: state === 'refused' ? sentenceOf(verdict) : undefined,
      className: interner.text(spec?.gatewayClassName),
      addresses: first<{ value?: string }>(status?.addresses).flatMap(
        ({ value }) => value ?? [],
      ),
      listeners: first<Listener>(spec?.listeners).map(
        ({ name, protocol, port, hostname }) => ({
          name: interner.text(name),
          protocol: interner.text(protocol),
          port,
          hostname,
        }),
      ),
    };
  },
};

type Listener = {
  name: string;
  protocol: string;
  port: number;
  hostname?: string;
};
