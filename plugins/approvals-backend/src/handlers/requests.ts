import type { ContractBuilder } from '@caas/contract-node';
import type { ApprovalsContract } from '@caas/plugin-approvals-common';
import type { Call } from '@caas/contract-node';
import type { RequestFile } from '../domain/request';
import { presentDetail, presentSummary } from '../presenters/request';
import type { RequestService } from '../services/RequestService';
import type { RetryAccess } from '../services/RetryAccess';

/** Handlers of requests: previews, submits, lists, decisions. */
export function requestHandlers(
  os: ContractBuilder<ApprovalsContract>,
  requests: RequestService,
  retryAccess: RetryAccess,
) {
  const present = async (file: RequestFile, { actor, credentials }: Call) =>
    presentDetail(file, actor!, {
      retry: await retryAccess.allows(file, credentials),
    });
  const callerOf = ({ actor, access }: Call) => ({ person: actor!, access });
  return {
    requests: {
      preview: os.requests.preview.handler(async ({ input, context }) => ({
        evidence: await requests.preview(input, callerOf(context)),
      })),
      submit: os.requests.submit.handler(async ({ input, context }) => {
        context.note({
          kind: input.kind,
          tenant: input.tenant,
          purpose: input.purpose,
        });
        const file = await requests.submit(input, callerOf(context));
        context.note({
          request: file.request.id,
          payloadHash: file.revision.payloadHash,
        });
        return present(file, context);
      }),
      list: os.requests.list.handler(async ({ input, context }) => {
        const { items, totalCount } = await requests.list(
          input,
          callerOf(context),
        );
        return {
          items: items.map(file => presentSummary(file, context.actor!)),
          totalCount,
        };
      }),
      get: os.requests.get.handler(async ({ input, context }) =>
        present(await requests.get(input.id, callerOf(context)), context),
      ),
      decide: os.requests.decide.handler(async ({ input, context }) => {
        const { id, verdict, comment, payloadHash } = input;
        context.note({ request: id, verdict, comment, payloadHash });
        return present(
          await requests.decide(input, callerOf(context)),
          context,
        );
      }),
      revise: os.requests.revise.handler(async ({ input, context }) => {
        context.note({ request: input.id, purpose: input.purpose });
        return present(
          await requests.revise(input, callerOf(context)),
          context,
        );
      }),
      withdraw: os.requests.withdraw.handler(async ({ input, context }) => {
        context.note({ request: input.id, comment: input.comment });
        return present(
          await requests.withdraw(input, callerOf(context)),
          context,
        );
      }),
      retry: os.requests.retry.handler(async ({ input, context }) => {
        context.note({ request: input.id });
        return present(
          await requests.retry(input.id, callerOf(context)),
          context,
        );
      }),
    },
  };
}
