import { enableCompileCache, flushCompileCache } from 'node:module';

// Imported before everything else, which from the second start on is not compiled again. NODE_COMPILE_CACHE names the
// folder, otherwise it is one under the temporary folder. Where it cannot be written, nothing is kept, and nothing
// fails.
enableCompileCache();

// By now all modules of a start have been loaded; a process that is killed would not leave them behind.
setTimeout(flushCompileCache, 30_000).unref();
