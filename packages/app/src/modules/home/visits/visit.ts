import type { PortalLanguage } from '@caas/portal-ui';

/** A page about one thing that the person looked at. */
export type Visit = {
  href: string;
  /** Kind of an entity, or `docs`, `request`, `tenant`. */
  kind: string;
  /** Its heading, in each language in which the person saw it. */
  titles: Partial<Record<PortalLanguage, string>>;
  /** ISO 8601. */
  at: string;
};

const KEPT = 12;

const segment = '([^/]+)';
/** Addresses of pages about one thing. Lists are a click away in the sidebar, and are not remembered. */
const PLACES: [pattern: RegExp, kind: (parts: RegExpExecArray) => string][] = [
  [
    new RegExp(`^/catalog/${segment}/${segment}/${segment}`),
    parts => parts[2].toLocaleLowerCase('en-US'),
  ],
  [new RegExp(`^/docs/${segment}/${segment}/${segment}`), () => 'docs'],
  [new RegExp(`^/create/templates/${segment}/${segment}`), () => 'template'],
  [/^\/requests\/(?!new(?:\/|$))[^/]+/, () => 'request'],
  [/^\/tenants\/[^/]+/, () => 'tenant'],
];

/** What a path is about, and the address of its first tab; undefined when it is not about one thing. */
export function placeOf(
  pathname: string,
): Pick<Visit, 'href' | 'kind'> | undefined {
  for (const [pattern, kind] of PLACES) {
    const parts = pattern.exec(pathname);
    if (parts) return { href: parts[0], kind: kind(parts) };
  }
  return undefined;
}

/** Puts a visit in front, once, keeping what is known of it in the other language. */
export function addVisit(visits: Visit[], visit: Visit): Visit[] {
  const before = visits.find(({ href }) => href === visit.href);
  return [
    { ...visit, titles: { ...before?.titles, ...visit.titles } },
    ...visits.filter(({ href }) => href !== visit.href),
  ].slice(0, KEPT);
}

/** Reads what is stored; anything that is no visit, such as what an older portal stored, is left out. */
export function readVisits(stored: unknown): Visit[] {
  return Array.isArray(stored) ? stored.filter(isVisit) : [];
}

function isVisit(value: unknown): value is Visit {
  const visit = value as Partial<Visit> | null | undefined;
  return (
    typeof visit?.href === 'string' &&
    visit.href.startsWith('/') &&
    !visit.href.startsWith('//') &&
    typeof visit.kind === 'string' &&
    typeof visit.at === 'string' &&
    typeof visit.titles === 'object'
  );
}

/** The heading in the person's language, or in the one in which they saw it. */
export function titleOf(visit: Visit, language: PortalLanguage): string {
  return (
    visit.titles[language] ??
    Object.values(visit.titles).find(Boolean) ??
    visit.href
  );
}
