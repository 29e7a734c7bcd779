/** Marks a test for `./portal test production`, which runs it against the production bundle instead of the portal of a laptop. */
export const PRODUCTION = { tag: '@production' };
