import { collectSchema } from './collectSchema';
import { compileValidator } from './compileValidator';
import type { SchemaOfPackage } from './StrictSchema';

/** All that a start needs to know about what can be set. */
export type PreparedSchema = {
  packages: SchemaOfPackage[];
  /** The module of `compileValidator`. */
  validator: string;
};

/** Takes seconds: schemas are collected with TypeScript, and compiled. */
export async function prepareSchema(root: string): Promise<PreparedSchema> {
  const packages = await collectSchema(root);
  return { packages, validator: compileValidator(packages) };
}
