import type { AnyContractRouter } from '@orpc/contract';
import { listOperations } from '@caas/contract';
import { OpenAPIGenerator, type OpenAPI } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';

/** What can go wrong, and where. `503` says that another system does not answer. */
const READ_ERRORS: Record<string, string> = {
  400: 'The request breaks the contract; the message names each field',
  401: 'Nobody is signed in, or the token is not valid',
  403: 'The caller may not do this; the message says whom to ask',
  404: 'There is no such thing, or the caller may not see it',
  503: 'Another system that is needed for this does not answer',
};
const WRITE_ERRORS: Record<string, string> = {
  ...READ_ERRORS,
  409: 'What is there now does not allow it',
  413: 'The body is larger than the portal reads',
  415: 'The body is not JSON',
};

/** The error JSON of Backstage. */
const ERROR_SCHEMA = {
  type: 'object',
  required: ['error', 'response'],
  properties: {
    error: {
      type: 'object',
      required: ['name', 'message'],
      properties: {
        name: { type: 'string' },
        message: { type: 'string', description: 'In English' },
        translations: {
          type: 'object',
          description: 'The message in other languages, where there is one',
          properties: { 'zh-CN': { type: 'string' } },
        },
      },
    },
    response: {
      type: 'object',
      required: ['statusCode'],
      properties: { statusCode: { type: 'integer' } },
    },
  },
} satisfies OpenAPI.SchemaObject;

/**
 * The OpenAPI 3.1 document of a contract.
 *
 * @remarks
 * What holds for every operation (tokens, and how errors look) is added here, because a contract does not repeat it.
 *
 * @public
 */
export async function createOpenApiDocument(options: {
  title: string;
  contract: AnyContractRouter;
}): Promise<OpenAPI.Document> {
  const { title, contract } = options;
  const generator = new OpenAPIGenerator({
    schemaConverters: [new ZodToJsonSchemaConverter()],
  });
  const document = await generator.generate(contract, {
    info: { title, version: '1' },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
      schemas: { Error: ERROR_SCHEMA },
    },
  });
  for (const { name, method, path, access } of listOperations(contract)) {
    const key = method.toLowerCase() as 'get' | 'post';
    const operation = document.paths?.[path]?.[key];
    if (!operation) continue;
    // Pages of documents group operations by the first word of their name.
    operation.tags = [name.split('.')[0]];
    operation.security = access.kind === 'public' ? [] : [{ token: [] }];
    operation.responses = {
      ...operation.responses,
      ...errorResponses(method === 'GET' ? READ_ERRORS : WRITE_ERRORS),
    };
  }
  return document;
}

function errorResponses(errors: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(errors).map(([status, description]) => [
      status,
      {
        description,
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
    ]),
  );
}
