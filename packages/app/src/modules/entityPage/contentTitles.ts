/** Titles of the tabs of an entity and of their groups, in Chinese. */
const CHINESE_TITLES: Readonly<Record<string, string>> = {
  APIs: 'API',
  Definition: '定义',
  Deployment: '部署',
  Development: '开发',
  Documentation: '文档',
  Observability: '可观测性',
  Operation: '运维',
  Overview: '概览',
  Running: '运行实例',
  TechDocs: '技术文档',
};

/** The Chinese title of a tab of an entity; a title that is not known stays as it is. */
export function chineseContentTitle(title: string): string {
  return CHINESE_TITLES[title] ?? title;
}
