import { createOpenApiDocument } from '../../packages/contract-node/src';
import { approvalsContract } from '../../plugins/approvals-common/src';
import { auditContract } from '../../plugins/audit-common/src';
import { clustersContract } from '../../plugins/clusters-common/src';
import { tenancyContract } from '../../plugins/tenancy-common/src';

const CONTRACTS = {
  clusters: clustersContract,
  tenancy: tenancyContract,
  approvals: approvalsContract,
  audit: auditContract,
};

/** One OpenAPI document of everything that we serve, so that one run tries all of it. */
export async function createWholeDocument() {
  const documents = await Promise.all(
    Object.entries(CONTRACTS).map(async ([plugin, contract]) => ({
      plugin,
      document: await createOpenApiDocument({ title: plugin, contract }),
    })),
  );
  const paths = documents.flatMap(({ plugin, document }) =>
    Object.entries(document.paths ?? {}).map(([path, item]) => [
      `/api/${plugin}${path}`,
      Object.fromEntries(
        Object.entries(item ?? {}).map(([method, operation]) => [
          method,
          {
            ...(operation as object),
            operationId: `${plugin}.${(operation as { operationId: string }).operationId}`,
          },
        ]),
      ),
    ]),
  );
  return { ...documents[0].document, paths: Object.fromEntries(paths) };
}
