// Runs before this package is packed for production: puts the schema of all packages beside its code, where nothing has
// to be collected at a start and nothing has to be written.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { collectSchema } from '../src/schema/collectSchema';
import { PACKED_SCHEMA } from '../src/schema/readSchema';
import { repositoryRoot } from '../src/schema/workspaces';

const target = path.resolve(__dirname, '..', PACKED_SCHEMA);
collectSchema(repositoryRoot()).then(
  schema => {
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, JSON.stringify(schema));
  },
  error => {
    console.error(error);
    process.exitCode = 1;
  },
);
