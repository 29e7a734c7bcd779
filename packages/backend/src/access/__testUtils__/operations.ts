import {
  createContractClient,
  listOperations,
  type ContractClient,
  type OperationSummary,
} from '@caas/contract';
import { approvalsContract } from '@caas/plugin-approvals-common';
import { auditContract } from '@caas/plugin-audit-common';
import { clustersContract } from '@caas/plugin-clusters-common';
import { tenancyContract } from '@caas/plugin-tenancy-common';
import type { Caller } from './callers';
import type { ComposedPortal } from './ComposedPortal';

const CONTRACTS = {
  clusters: clustersContract,
  tenancy: tenancyContract,
  approvals: approvalsContract,
  audit: auditContract,
};
type Clients = {
  [Plugin in keyof typeof CONTRACTS]: ContractClient<
    (typeof CONTRACTS)[Plugin]
  >;
};

type AnyCall = (...parameters: never[]) => unknown;
type NamesIn<Client> = {
  [Key in keyof Client & string]: Client[Key] extends AnyCall
    ? Key
    : `${Key}.${NamesIn<Client[Key]>}`;
}[keyof Client & string];
type At<Client, Name> = Name extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Client
    ? At<Client[Head], Rest>
    : never
  : Name extends keyof Client
    ? Client[Name]
    : never;

/** Every operation of every contract, as `<plugin>.<operation>`. */
export type OperationName = NamesIn<Clients>;

/** What an operation is called with. */
export type InputOf<Name extends OperationName> =
  At<Clients, Name> extends (input: infer Input, ...rest: never[]) => unknown
    ? Input
    : never;

/** What came back. */
export type Answer = {
  status: number;
  /** The sentence of an error. */
  message?: string;
  /** The output of an operation that was allowed. */
  output?: unknown;
  /** The whole body, as it stood on the wire. */
  body?: string;
};

/** Every operation, by name. */
export const OPERATIONS = new Map<OperationName, OperationSummary>(
  Object.entries(CONTRACTS).flatMap(([plugin, contract]) =>
    listOperations(contract).map(
      operation =>
        [`${plugin}.${operation.name}` as OperationName, operation] as const,
    ),
  ),
);

/** Calls an operation as somebody. */
export async function callOperation<Name extends OperationName>(
  portal: ComposedPortal,
  caller: Caller,
  name: Name,
  input: InputOf<Name>,
): Promise<Answer> {
  const [plugin, ...trail] = name.split('.');
  let status = 0;
  let body: string | undefined;
  const client: unknown = createContractClient(
    CONTRACTS[plugin as keyof typeof CONTRACTS],
    {
      baseUrl: `${portal.url}/api/${plugin}`,
      fetch: async request => {
        const response = await portal.send(caller, request);
        status = response.status;
        // A stream has no end to wait for.
        const { headers } = response;
        const isStream = /event-stream/.test(headers.get('content-type') ?? '');
        body = isStream ? undefined : await response.clone().text();
        return response;
      },
    },
  );
  const call = trail.reduce(
    (node, key) => (node as Record<string, unknown>)[key],
    client,
  ) as (value: unknown) => Promise<unknown>;
  try {
    const output = await call(input);
    await leave(output);
    return { output, status, body };
  } catch (error) {
    // Without a status nothing was answered, and that is a fault of the test.
    if (status === 0) throw error;
    return { status, message: (error as Error).message, body };
  }
}

/** Ends a stream that nobody reads. */
async function leave(output: unknown): Promise<void> {
  const { return: end } = (output ?? {}) as { return?: () => unknown };
  await end?.call(output);
}
