import { compileSchema } from '../schema/compileSchema';

/** Settings of two packages, as they come out of their `config.d.ts`. */
export const testSchema = () =>
  compileSchema({
    backstageConfigSchemaVersion: 1,
    schemas: [
      {
        packageName: 'a',
        path: 'a',
        value: {
          type: 'object',
          properties: {
            app: { type: 'object', properties: { title: { type: 'string' } } },
            backend: {
              type: 'object',
              properties: {
                listen: {
                  anyOf: [
                    { type: 'string' },
                    {
                      type: 'object',
                      properties: { port: { type: 'number' } },
                    },
                  ],
                },
                database: { type: 'object', additionalProperties: true },
              },
            },
          },
        },
      },
      {
        packageName: 'b',
        path: 'b',
        value: {
          type: 'object',
          properties: {
            clusters: {
              type: 'array',
              items: {
                type: 'object',
                required: ['name'],
                properties: {
                  name: { type: 'string' },
                  token: { type: 'string', visibility: 'secret' },
                  environments: {
                    type: 'array',
                    items: { type: 'string', enum: ['dev', 'prod'] },
                  },
                  frequencySeconds: { type: 'number' },
                },
              },
            },
          },
        },
      },
    ],
  });
