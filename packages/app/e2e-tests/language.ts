/** Languages of the portal. */
export type Language = 'zh' | 'en';

/** What a person reads on the way, in each language. */
export const WORDS = {
  zh: {
    languageName: '中文',
    home: '工作台',
    catalog: '服务目录',
    docs: '技术文档',
    documentation: '文档',
    definition: '定义',
    overview: '概览',
    settings: '设置',
    search: '搜索',
    requests: '资源申请',
    tenants: '租户',
    clusters: '集群',
    audit: '审计',
    dark: /深色/,
    light: /浅色/,
    more: '更多',
    signOut: '退出登录',
  },
  en: {
    languageName: 'English',
    home: 'Home',
    catalog: 'Catalog',
    docs: 'TechDocs',
    documentation: 'Documentation',
    definition: 'Definition',
    overview: 'Overview',
    settings: 'Settings',
    search: 'Search',
    requests: 'Requests',
    tenants: 'Tenants',
    clusters: 'Clusters',
    audit: 'Audit',
    dark: /Dark/i,
    light: /Light/i,
    more: 'more',
    signOut: 'Sign Out',
  },
} as const;
