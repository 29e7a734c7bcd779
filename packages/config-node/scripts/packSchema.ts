// Runs before this package is packed for production: puts the schema of all packages beside its code, where nothing has
// to be collected or compiled at a start and nothing has to be written.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { prepareSchema } from '../src/schema/prepareSchema';
import { PACKED_SCHEMA } from '../src/schema/readSchema';
import { writeSchema } from '../src/schema/schemaFiles';
import { repositoryRoot } from '../src/schema/workspaces';

const target = path.resolve(__dirname, '..', PACKED_SCHEMA);
mkdirSync(target, { recursive: true });
prepareSchema(repositoryRoot())
  .then(schema => writeSchema(target, schema))
  .catch(error => {
    console.error(error);
    process.exitCode = 1;
  });
