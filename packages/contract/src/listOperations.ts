import { isContractProcedure, type AnyContractRouter } from '@orpc/contract';
import type { OperationMeta } from './operation';

/** One operation of a contract, as documents and tests see it. @public */
export type OperationSummary = OperationMeta & {
  /** Dotted name inside the contract, such as `tenants.get`. */
  name: string;
  method: string;
  path: string;
  summary: string;
};

/**
 * Every operation of a contract, in the order in which it is declared.
 *
 * @public
 */
export function listOperations(
  contract: AnyContractRouter,
): OperationSummary[] {
  return walk(contract, []);
}

function walk(node: AnyContractRouter, trail: string[]): OperationSummary[] {
  if (isContractProcedure(node)) {
    const { route, meta } = node['~orpc'];
    const { access, audit } = meta as OperationMeta;
    return [
      {
        name: trail.join('.'),
        method: route.method ?? 'GET',
        path: route.path ?? '/',
        summary: route.summary ?? '',
        access,
        audit,
      },
    ];
  }
  return Object.entries(node).flatMap(([key, child]) =>
    walk(child as AnyContractRouter, [...trail, key]),
  );
}
