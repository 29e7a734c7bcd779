import type { JsonObject } from '@backstage/types';
import type { ErrorObject } from 'ajv';

/** A JSON schema, and the package that it describes the settings of. */
export type SchemaOfPackage = {
  packageName: string;
  path: string;
  value: JsonObject;
};

/** What the packages of the portal let people set. */
export type StrictSchema = {
  /** Finds what is unknown or of a wrong type, and leaves it in `errors`. Turns texts into what they must be. */
  validate: {
    (config: unknown): boolean;
    errors?: ErrorObject[] | null;
  };
  /** The schema of each package, to look up what is known and what is secret. */
  packages: SchemaOfPackage[];
};
