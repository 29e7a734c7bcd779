import { constants, enableCompileCache, flushCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

// Imported before everything else, which from the second start on is not compiled again. NODE_COMPILE_CACHE names the
// folder. Where that cannot be written, as on a root file system that is read-only, it is one under the temporary
// folder; where that cannot be written either, nothing is kept, and nothing fails.
const { status } = enableCompileCache();
if (status === constants.compileCacheStatus.FAILED) {
  enableCompileCache(path.join(tmpdir(), 'node-compile-cache'));
}

// By now all modules of a start have been loaded; a process that is killed would not leave them behind.
setTimeout(flushCompileCache, 30_000).unref();
