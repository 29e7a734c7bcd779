import { execFile, execFileSync, spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';

/** The largest output that is read into memory: a file, a listing, a history. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/**
 * What git sees of our environment. The configuration of the person who runs the sandbox, and the `GIT_DIR` of a hook
 * that runs the tests, must not change what a repository does.
 */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, SystemRoot } = process.env;
  return {
    PATH,
    HOME,
    ...(SystemRoot && { SystemRoot }),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    LC_ALL: 'C',
  };
}

/** Throws a sentence for the person at the terminal when git is missing. */
export function requireGit(): void {
  try {
    execFileSync('git', ['http-backend'], {
      env: { ...gitEnvironment(), REQUEST_METHOD: 'GET' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    // Without a repository the program answers a failure of its own; that it could be asked is enough.
    const { code, stderr } = error as { code?: string; stderr?: Buffer };
    const isMissing =
      code === 'ENOENT' || /not a git command/.test(String(stderr));
    if (isMissing) {
      throw new Error(
        'The Git host of the sandbox needs `git` with `git http-backend` on the PATH. Install git, then start the sandbox again.',
      );
    }
  }
}

/** Runs git in a repository and answers its output; a failure rejects. */
export function git(repository: string, ...args: string[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    execFile(
      'git',
      ['--git-dir', repository, ...args],
      {
        env: gitEnvironment(),
        encoding: 'buffer',
        maxBuffer: MAX_OUTPUT_BYTES,
      },
      (error, output) => (error ? reject(error) : resolve(output)),
    );
  });
}

/** Starts git with its pipes open, for what is streamed. */
export function spawnGit(
  args: string[],
  environment: NodeJS.ProcessEnv = {},
): ChildProcessWithoutNullStreams {
  return spawn('git', args, { env: { ...gitEnvironment(), ...environment } });
}
