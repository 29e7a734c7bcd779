const zh = {
  language: 'zh-CN',
  host: '沙箱代码库',
  owners: '组织',
  repositories: '代码库',
  noRepositories: '还没有代码库。',
  files: '文件',
  size: '大小（字节）',
  commits: '最近提交',
  author: '作者',
  time: '时间',
  message: '说明',
  clone: '克隆',
  private: '私有',
  empty: '这个代码库还没有提交。用 git 推送第一次提交：',
  raw: '原始文件',
  binary: '这不是文本文件。',
  tooLarge: '文件太大，这里不显示。',
  branch: '分支',
  notFound: '找不到页面',
  notFoundHint: '地址可能写错了，或者代码库是私有的。',
};

const en: typeof zh = {
  language: 'en',
  host: 'Sandbox Git host',
  owners: 'Organizations',
  repositories: 'Repositories',
  noRepositories: 'There are no repositories yet.',
  files: 'Files',
  size: 'Size (bytes)',
  commits: 'Last commits',
  author: 'Author',
  time: 'Time',
  message: 'Message',
  clone: 'Clone',
  private: 'private',
  empty: 'This repository has no commits yet. Push the first one with git:',
  raw: 'Raw file',
  binary: 'This is not a text file.',
  tooLarge: 'The file is too large to be shown here.',
  branch: 'Branch',
  notFound: 'Page not found',
  notFoundHint: 'The address may be wrong, or the repository is private.',
};

export type Texts = typeof zh;

/** Chinese, unless the browser asks for English first. */
export function textsFor(acceptLanguage: string | undefined): Texts {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map(part => part.trim().toLowerCase());
  const first = wanted.find(part => /^(zh|en)\b/.test(part));
  return first?.startsWith('en') ? en : zh;
}
