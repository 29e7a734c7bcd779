import type { Commit, TreeEntry } from './GitStore';

const STYLE = `body{font:15px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1f2933}
a{color:#1d5bd8;text-decoration:none}a:hover{text-decoration:underline}h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}
pre{background:#f4f6f8;padding:1rem;overflow:auto;border-radius:6px}table{border-collapse:collapse;width:100%}
td{padding:.3rem .5rem;border-top:1px solid #e4e7eb}code{background:#f4f6f8;padding:.1rem .3rem;border-radius:4px}
@media(prefers-color-scheme:dark){body{background:#14181d;color:#e4e7eb}pre,code{background:#20262d}td{border-color:#323b45}a{color:#7aa7ff}}`;

/** Text as text, wherever it stands in a page. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`;
}

/** A folder of a repository: how to clone it, its files, its README and its last commits. */
export function renderFolder(options: {
  address: string;
  fullName: string;
  ref: string;
  folder: string;
  entries: TreeEntry[];
  readme: string | undefined;
  commits: Commit[];
}): string {
  const { address, fullName, ref, folder, entries, readme, commits } = options;
  const rows = [...entries]
    .sort(
      (a, b) => b.type.localeCompare(a.type) || a.path.localeCompare(b.path),
    )
    .map(({ type, path }) => {
      const href = `${address}/src/branch/${encodeURIComponent(ref)}/${path.split('/').map(encodeURIComponent).join('/')}`;
      const label = path.split('/').pop() ?? path;
      return `<tr><td><a href="${escape(href)}">${escape(label)}${type === 'tree' ? '/' : ''}</a></td></tr>`;
    });
  const history = commits.map(
    ({ sha, author, date, title }) =>
      `<tr><td><code>${sha.slice(0, 8)}</code></td><td>${escape(title)}</td><td>${escape(author)}</td><td>${escape(date)}</td></tr>`,
  );
  return page(
    fullName,
    `<h1><a href="${escape(address)}">${escape(fullName)}</a>${folder ? ` / ${escape(folder)}` : ''}</h1>
<p>克隆 Clone: <code>git clone ${escape(address)}.git</code></p>
<table>${rows.join('')}</table>
${readme ? `<h2>README</h2><pre>${escape(readme)}</pre>` : ''}
<h2>最近提交 Last commits</h2><table>${history.join('')}</table>`,
  );
}

/** One file. */
export function renderFile(
  address: string,
  fullName: string,
  file: string,
  content: string,
): string {
  return page(
    `${file} · ${fullName}`,
    `<h1><a href="${escape(address)}">${escape(fullName)}</a> / ${escape(file)}</h1><pre>${escape(content)}</pre>`,
  );
}

/** A failure, in a sentence. */
export function renderFailure(sentence: string): string {
  return page('Git', `<h1>${escape(sentence)}</h1>`);
}
