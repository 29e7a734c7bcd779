import type { RequestHandler } from 'express';

/** Names that the bundler makes of the content, such as `main.1a2b3c4d.js` or `1a2b3c4d.chunk.js`. */
const HASHED = /^\/static\/(?:.*[./-])?[0-9a-f]{8,}\.[^/]+$/;
const YEAR_SECONDS = 31_536_000;

/** Tells browsers to keep what never changes: another content would have another name. */
export const immutableAssets: RequestHandler = (request, response, next) => {
  if (HASHED.test(request.path)) {
    const { writeHead } = response;
    response.writeHead = ((...args: Parameters<typeof writeHead>) => {
      // What the app backend writes into at the start keeps its name, and says so.
      const isStable = String(response.getHeader('cache-control')).startsWith(
        'public',
      );
      if (isStable && response.statusCode < 400) {
        response.setHeader(
          'cache-control',
          `public, max-age=${YEAR_SECONDS}, immutable`,
        );
      }
      return writeHead.apply(response, args);
    }) as typeof writeHead;
  }
  next();
};
