import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonValue } from '@backstage/types';
import type { RequestPayload } from '@caas/plugin-approvals-common';
import { newsOfEvidence } from '../domain/newsOfEvidence';
import { followRequest, type Pace } from '../services/followRequest';
import { keyOf } from '../services/keyOf';
import type { Portal } from '../services/Portal';
import { refusing } from '../services/refusing';
import { failureOf } from '../services/failureOf';
import { submitRequestExamples } from './submitRequest.examples';

/** As long as nobody says otherwise; a sign-in holds for an hour. */
const DEFAULT_WAIT_MINUTES = 45;
/** People may take days; the desk lets a request wait for thirty. */
const LONGEST_WAIT_MINUTES = 30 * 24 * 60;

/** Applies for something in the portal as whoever runs the template, and waits for its end when that is wanted. */
export function createSubmitRequestAction(options: {
  portal: Portal;
  pace: Pace;
}) {
  const { portal, pace } = options;
  return createTemplateAction({
    id: 'caas:request:submit',
    description:
      '提交资源申请，可等待其结束。以执行者本人的身份提交。/ Submits a request for resources, and can wait for its end. It is made by whoever runs the template.',
    examples: submitRequestExamples,
    supportsDryRun: true,
    schema: {
      input: {
        kind: z =>
          z
            .string()
            .max(100)
            .describe('申请类型 / Kind of request, such as namespace.create'),
        tenant: z => z.string().max(63).describe('租户代码 / Code of a tenant'),
        payload: z =>
          z
            .record(z.string().max(100), z.custom<JsonValue>())
            .describe('申请内容 / What is asked for, as the kind wants it'),
        purpose: z =>
          z
            .string()
            .max(500)
            .describe('用途 / What it is for, in 5 to 500 characters'),
        wait: z =>
          z
            .boolean()
            .optional()
            .describe(
              '是否等待申请结束 / Whether to wait for its end; without it the step ends with the submit',
            ),
        waitMinutes: z =>
          z
            .number()
            .int()
            .min(1)
            .max(LONGEST_WAIT_MINUTES)
            .optional()
            .describe(
              `最长等待分钟数 / How long to wait at most, ${DEFAULT_WAIT_MINUTES} when left out`,
            ),
      },
      output: {
        id: z => z.string().describe('申请编号 / Id of the request'),
        state: z => z.string().describe('申请状态 / State of the request'),
        link: z => z.string().describe('申请页面 / Page of the request'),
      },
    },
    async handler(ctx) {
      const { wait, waitMinutes = DEFAULT_WAIT_MINUTES } = ctx.input;
      const { kind, tenant, purpose } = ctx.input;
      const ask = {
        kind,
        tenant,
        payload: ctx.input.payload as RequestPayload,
      };
      const person = portal.as(await ctx.getInitiatorCredentials());
      const tell = (line: string) => ctx.logger.info(line);

      if (ctx.isDryRun) {
        const evidence = await refusing(kind, () => person.preview(ask));
        newsOfEvidence(evidence).forEach(tell);
        ctx.output('id', 'dry-run');
        ctx.output('state', 'draft');
        ctx.output('link', portal.linkOf('new'));
        return;
      }

      const idempotencyKey = keyOf(
        { taskId: ctx.task.id, stepId: ctx.step?.id },
        { ...ask, purpose },
      );
      const submitted = await refusing(kind, () =>
        person.submit({ ...ask, purpose, idempotencyKey }),
      );
      const link = portal.linkOf(submitted.id);
      ctx.output('id', submitted.id);
      ctx.output('link', link);
      ctx.output('state', submitted.state);
      tell(`${submitted.title['zh-CN']} / ${submitted.title.en}: ${link}`);
      if (!wait) return;

      const followed = await followRequest(submitted, {
        portal: person,
        pace,
        waitMinutes,
        signal: ctx.signal,
        tell,
      });
      ctx.output('state', followed.request.state);
      const failure = failureOf(followed, { link, waitMinutes });
      if (failure) throw failure;
    },
  });
}
