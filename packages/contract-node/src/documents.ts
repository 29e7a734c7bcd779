import { listOperations, type OperationSummary } from '@caas/contract';
import type { AnyContractRouter } from '@orpc/contract';

/** The contracts of the product, by plugin id. @public */
export type Contracts = Record<string, AnyContractRouter>;

const GENERATED =
  'This page is generated from the contracts by `yarn docs:generate`; change a contract, not this page.';

/**
 * The page that lists who may call each operation.
 *
 * @public
 */
export function renderAccessMatrix(contracts: Contracts): string {
  const sections = Object.entries(contracts).map(([pluginId, contract]) =>
    section(
      pluginId,
      ['operation', 'method', 'path', 'who may call', 'what it does'],
      listOperations(contract).map(operation => [
        `\`${operation.name}\``,
        operation.method,
        `\`/api/${pluginId}${operation.path}\``,
        describeAccess(operation),
        operation.summary,
      ]),
    ),
  );
  return page('Access matrix', sections);
}

/**
 * The page that lists every audit event.
 *
 * @public
 */
export function renderAuditEvents(contracts: Contracts): string {
  const sections = Object.entries(contracts).map(([pluginId, contract]) =>
    section(
      pluginId,
      ['event', 'severity', 'operation', 'recorded when somebody tries to'],
      listOperations(contract).flatMap(({ audit, name, summary }) =>
        audit
          ? [[`\`${audit.event}\``, audit.severity, `\`${name}\``, summary]]
          : [],
      ),
    ),
  );
  return page('Audit events', sections);
}

function describeAccess({ access }: OperationSummary): string {
  switch (access.kind) {
    case 'public':
      return `everybody: ${access.because}`;
    case 'service':
      return 'other backends';
    case 'permission':
      return `permission \`${access.permission.name}\``;
    default:
      return 'everybody who is signed in';
  }
}

function page(title: string, sections: string[]): string {
  return [`# ${title}`, GENERATED, ...sections].join('\n\n').concat('\n');
}

function section(title: string, head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(escape).join(' | ')} |`;
  const table = [line(head), line(head.map(() => '---')), ...rows.map(line)];
  return [
    `## ${title}`,
    '',
    ...(rows.length > 0 ? table : ['None: it changes nothing.']),
  ].join('\n');
}

/** A bar would end the cell. */
function escape(cell: string): string {
  return cell.replaceAll('|', '\\|');
}
