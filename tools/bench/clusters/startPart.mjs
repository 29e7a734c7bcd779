// Parts of the benchmark run from their TypeScript sources, and say what there is to say in a line of JSON.
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from '../../production/prepareBundle.mjs';
import { spawnPart } from '../../production/spawnPart.mjs';

const TRANSFORM = createRequire(import.meta.url).resolve(
  '@backstage/cli/config/nodeTransform.cjs',
);

/** Starts a part, and waits for the line of JSON with which it begins, or ends. */
export async function startPart(file, options = {}, flags = []) {
  const argument =
    typeof options === 'string' ? options : JSON.stringify(options);
  const part = spawnPart(
    file,
    process.execPath,
    [...flags, '-r', TRANSFORM, path.join(ROOT, 'tools', file), argument],
    { cwd: ROOT },
  );
  const said = await part.ready(text => {
    const line = text.split('\n').find(each => each.startsWith('{"'));
    return text.includes(`${line}\n`) && JSON.parse(line);
  });
  return { part, said };
}
