import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { compileValidator } from '../schema/compileValidator';
import { loadSchema, writeSchema } from '../schema/schemaFiles';
import type { SchemaOfPackage } from '../schema/StrictSchema';

const directory = createMockDirectory();

/** A schema of these packages, from files as a start reads them. */
export async function schemaOf(packages: SchemaOfPackage[]) {
  const folder = directory.resolve(randomUUID());
  await mkdir(folder);
  await writeSchema(folder, {
    packages,
    validator: compileValidator(packages),
  });
  return loadSchema(folder);
}

/** Settings of two packages, as they come out of their `config.d.ts`. */
export const TEST_PACKAGES: SchemaOfPackage[] = [
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
];

export const testSchema = () => schemaOf(TEST_PACKAGES);
