import type { LoggerService } from '@backstage/backend-plugin-api';
import { chineseOf, withChinese } from '@caas/contract';
import type { AnyContractRouter } from '@orpc/contract';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { implement, type AnyRouter, type ORPCError } from '@orpc/server';
import { BodyLimitPlugin } from '@orpc/server/node';
import type { Request, Router as ExpressRouter } from 'express';
import Router from 'express-promise-router';
import { checkRequest } from './checkRequest';
import { createOpenApiDocument } from './createOpenApiDocument';
import { isUnexpected, toRequestError, toWireError } from './errors';
import { createGate, type Call, type GateServices } from './gate';

/** No operation of ours needs a larger body: the largest is an apply set with its manifests. */
const MAX_BODY_BYTES = 1024 * 1024;

const implementWithCall = <C extends AnyContractRouter>(contract: C) =>
  implement(contract).$context<Call>();

/** The builder that handlers of a contract are written with. @public */
export type ContractBuilder<C extends AnyContractRouter> = ReturnType<
  typeof implementWithCall<C>
>;

/** @public */
export type ContractRouterOptions<C extends AnyContractRouter> = {
  /** Title of the OpenAPI document. */
  title: string;
  contract: C;
  services: GateServices & { logger: LoggerService };
  /** Implements every operation: `os.router({ … })`. */
  handlers: (os: ContractBuilder<C>) => AnyRouter;
};

/**
 * An express router that serves a contract, and its OpenAPI document at `/openapi.json`.
 *
 * @remarks
 * Every operation passes the gate: credentials, access and audit come from the contract, never from a handler.
 *
 * @public
 */
export function createContractRouter<C extends AnyContractRouter>(
  options: ContractRouterOptions<C>,
): ExpressRouter {
  const { contract, services, title } = options;
  // For an unknown contract `use` is a union of signatures that TypeScript cannot call.
  const os = (
    implementWithCall(contract) as unknown as {
      use(middleware: unknown): ContractBuilder<C>;
    }
  ).use(createGate(services));
  const handler = new OpenAPIHandler(options.handlers(os), {
    plugins: [new BodyLimitPlugin({ maxBodySize: MAX_BODY_BYTES })],
    // Around the gate and the handler.
    clientInterceptors: [
      async ({ next, context }) => {
        try {
          return await next();
        } catch (error) {
          const wire = toWireError(error);
          if (isUnexpected(wire)) {
            const { method, baseUrl, path } = context.request;
            services.logger.error(
              `${method} ${baseUrl}${path} failed`,
              error as Error,
            );
          }
          throw wire;
        }
      },
    ],
    // Around all of that, and around reading the request.
    interceptors: [
      async ({ next, context: { request } }) => {
        try {
          checkRequest(request);
          return await next();
        } catch (error) {
          // Nobody reads the rest of a body that is too large, so its connection would neither end nor be of use.
          if (!request.complete) request.res?.set('connection', 'close');
          throw toRequestError(error);
        }
      },
    ],
    customErrorResponseBodyEncoder: encodeError,
  });

  const router = Router();
  router.get('/openapi.json', async (_request, response) => {
    response.json(await createOpenApiDocument({ title, contract }));
  });
  router.use(async (request: Request, response, next) => {
    const { matched } = await handler.handle(request, response, {
      prefix: (request.baseUrl || '/') as `/${string}`,
      context: { request } as never,
    });
    if (!matched) next();
  });
  return router;
}

/** An error as Backstage writes it, with what it says in Chinese where it was given that. */
function encodeError(error: ORPCError<string, unknown>) {
  const chinese = chineseOf(error) ?? chineseOf(error.cause);
  const said = { name: error.code, message: error.message };
  return {
    error: chinese ? withChinese(said, chinese) : said,
    response: { statusCode: error.status },
  };
}
