// Components that both systems hold, so that pages and queries have the same rows to find.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** Tells them from those of the catalogs. */
export const TAG = 'bench';
const TYPES = ['service', 'website', 'library'];
const LIFECYCLES = ['production', 'experimental', 'deprecated'];

/** Writes the file and returns the location that reads it. */
export function writeEntities(folder, { owner, components }) {
  const documents = Array.from({ length: components }, (_, index) =>
    JSON.stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: `bench-${String(index).padStart(5, '0')}`,
        description: `Component ${index} of the benchmark`,
        tags: [TAG, `tag-${index % 20}`, `group-${index % 7}`],
      },
      spec: {
        type: TYPES[index % TYPES.length],
        lifecycle: LIFECYCLES[index % LIFECYCLES.length],
        owner,
      },
    }),
  );
  const target = path.join(folder, 'bench-entities.yaml');
  // JSON is YAML.
  writeFileSync(target, documents.join('\n---\n'));
  return { type: 'file', target };
}
