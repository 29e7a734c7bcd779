/** Gitea's `page` (from 1) and `limit` (at most 50). */
export function pageOf(query: URLSearchParams): {
  limit: number;
  skip: number;
} {
  const limit = Math.min(Math.max(Number(query.get('limit')) || 30, 1), 50);
  const page = Math.max(Math.trunc(Number(query.get('page'))) || 1, 1);
  return { limit: Math.trunc(limit), skip: (page - 1) * Math.trunc(limit) };
}
