import type { ContractBuilder } from '@caas/contract-node';
import type { ApprovalsContract } from '@caas/plugin-approvals-common';
import type { Call } from '@caas/contract-node';
import type { RequestFile } from '../domain/request';
import { presentDetail, presentSummary } from '../presenters/request';
import type { RequestService } from '../services/RequestService';
import type { RequestPermissions } from '../services/RequestPermissions';

/** Handlers of requests: previews, submits, lists, decisions. */
export function requestHandlers(
  os: ContractBuilder<ApprovalsContract>,
  requests: RequestService,
  permissions: RequestPermissions,
) {
  const present = async (file: RequestFile, { actor, credentials }: Call) =>
    presentDetail(file, actor!, await permissions.permits(file, credentials));
  const readerOf = ({ actor, access }: Call) => ({
    person: actor!,
    access,
    readable: access,
  });
  /** What a person may change is less than what they may see, and the two are refused in different words. */
  const writerOf = async ({ actor, access, credentials }: Call) => ({
    person: actor!,
    access,
    readable: await permissions.readable(credentials),
  });
  return {
    requests: {
      preview: os.requests.preview.handler(({ input, context }) =>
        requests.preview(input, readerOf(context)),
      ),
      submit: os.requests.submit.handler(async ({ input, context }) => {
        context.note({
          kind: input.kind,
          tenant: input.tenant,
          purpose: input.purpose,
        });
        const file = await requests.submit(input, readerOf(context));
        context.note({
          request: file.request.id,
          payloadHash: file.revision.payloadHash,
        });
        return present(file, context);
      }),
      list: os.requests.list.handler(async ({ input, context }) => {
        const { items, totalCount } = await requests.list(
          input,
          readerOf(context),
        );
        return {
          items: items.map(file => presentSummary(file, context.actor!)),
          totalCount,
        };
      }),
      get: os.requests.get.handler(async ({ input, context }) =>
        present(await requests.get(input.id, readerOf(context)), context),
      ),
      decide: os.requests.decide.handler(async ({ input, context }) => {
        const { id, verdict, comment, payloadHash } = input;
        context.note({ request: id, verdict, comment, payloadHash });
        return present(
          await requests.decide(input, await writerOf(context)),
          context,
        );
      }),
      revise: os.requests.revise.handler(async ({ input, context }) => {
        context.note({ request: input.id, purpose: input.purpose });
        return present(
          await requests.revise(input, await writerOf(context)),
          context,
        );
      }),
      withdraw: os.requests.withdraw.handler(async ({ input, context }) => {
        context.note({ request: input.id, comment: input.comment });
        return present(
          await requests.withdraw(input, await writerOf(context)),
          context,
        );
      }),
      retry: os.requests.retry.handler(async ({ input, context }) => {
        context.note({ request: input.id });
        return present(
          await requests.retry(input.id, await writerOf(context)),
          context,
        );
      }),
      cancel: os.requests.cancel.handler(async ({ input, context }) => {
        context.note({ request: input.id, comment: input.comment });
        return present(
          await requests.cancel(input, await writerOf(context)),
          context,
        );
      }),
      comment: os.requests.comment.handler(async ({ input, context }) => {
        context.note({ request: input.id, comment: input.comment });
        return present(
          await requests.comment(input, readerOf(context)),
          context,
        );
      }),
      similar: os.requests.similar.handler(async ({ input, context }) => ({
        items: await requests.similar(input.id, readerOf(context)),
      })),
    },
  };
}
