import { GiteaError, unprocessable } from './GiteaError';

const ALPHA_DASH_DOT = /^[A-Za-z0-9_.-]{1,100}$/;
const RESERVED = new Set(['.', '..', '-']);
const RESERVED_ENDING = /\.(git|wiki|rss|atom)$/i;

/** Gitea's rule for the name of a repository. */
export function checkRepositoryName(name: unknown): string {
  if (typeof name !== 'string' || !name) {
    throw unprocessable('[Name]: Required');
  }
  if (!ALPHA_DASH_DOT.test(name)) {
    throw unprocessable(
      `[Name]: '${name}' should contain only alphanumeric, dash ('-'), underscore ('_') and dot ('.') characters, at most 100`,
    );
  }
  if (RESERVED.has(name)) {
    throw unprocessable(`The repository name '${name}' is reserved.`);
  }
  if (RESERVED_ENDING.test(name)) {
    throw unprocessable(
      `The repository name '${name}' is invalid: it may not end with '${RESERVED_ENDING.exec(name)![0]}'.`,
    );
  }
  return name;
}

/** The decoded parts of a path; a part that would lead out of its folder is refused. */
export function splitPath(pathname: string): string[] {
  const parts = pathname.split('/').slice(1);
  if (parts.at(-1) === '') parts.pop();
  return parts.map(part => {
    const name = decode(part);
    if (['', '.', '..', '.git'].includes(name) || /[/\\\0]/.test(name)) {
      throw new GiteaError(
        400,
        `The path '${pathname}' is not valid: '${name}' cannot be a part of it.`,
      );
    }
    return name;
  });
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new GiteaError(400, `'${part}' is not a valid part of a path.`);
  }
}
