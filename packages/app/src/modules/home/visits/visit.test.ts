import { addVisit, placeOf, readVisits, titleOf, type Visit } from './visit';

const visit = (href: string, titles: Visit['titles'] = {}): Visit => ({
  href,
  kind: 'component',
  titles,
  at: '2026-11-21T08:00:00Z',
});

describe('placeOf', () => {
  it.each([
    [
      '/catalog/default/Component/policy/docs',
      '/catalog/default/Component/policy',
      'component',
    ],
    ['/docs/default/system/core/a/b', '/docs/default/system/core', 'docs'],
    ['/requests/4f1c', '/requests/4f1c', 'request'],
    ['/tenants/life', '/tenants/life', 'tenant'],
    [
      '/create/templates/default/spring',
      '/create/templates/default/spring',
      'template',
    ],
  ])('knows what %s is about', (pathname, href, kind) => {
    expect(placeOf(pathname)).toEqual({ href, kind });
  });

  it.each([
    '/',
    '/catalog',
    '/requests',
    '/requests/new',
    '/tenants',
    '/audit',
  ])('leaves out %s, which is a list or a form', pathname => {
    expect(placeOf(pathname)).toBeUndefined();
  });
});

describe('addVisit', () => {
  it('puts the latest in front, once, with its names in both languages', () => {
    const visits = addVisit(
      [visit('/a'), visit('/b', { en: 'B' })],
      visit('/b', { 'zh-CN': '乙' }),
    );
    expect(visits.map(({ href }) => href)).toEqual(['/b', '/a']);
    expect(titleOf(visits[0], 'en')).toBe('B');
    expect(titleOf(visits[0], 'zh-CN')).toBe('乙');
  });

  it('forgets the oldest', () => {
    let visits: Visit[] = [];
    for (let number = 0; number < 40; number += 1) {
      visits = addVisit(visits, visit(`/${number}`));
    }
    expect(visits).toHaveLength(12);
    expect(visits[0].href).toBe('/39');
  });
});

describe('readVisits', () => {
  it('leaves out what is no visit', () => {
    expect(
      readVisits([
        visit('/a'),
        null,
        'text',
        { ...visit('/b'), titles: undefined },
        visit('https://elsewhere.example'),
        visit('//elsewhere.example'),
      ]).map(({ href }) => href),
    ).toEqual(['/a']);
    expect(readVisits(undefined)).toEqual([]);
  });
});

describe('titleOf', () => {
  it('falls back to the other language, then to the address', () => {
    expect(titleOf(visit('/a', { 'zh-CN': '甲' }), 'en')).toBe('甲');
    expect(titleOf(visit('/a'), 'en')).toBe('/a');
  });
});
