import { createHash } from 'node:crypto';
import type { Answer } from '../answer';

/** Markup that is safe as it is. Everything else that is put into `html` is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | readonly Part[] | undefined | false;

/** A template whose values are escaped, except other templates. */
export function html(strings: TemplateStringsArray, ...values: Part[]): Html {
  return new Html(
    strings.reduce(
      (text, literal, index) => text + render(values[index - 1]) + literal,
    ),
  );
}

function render(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(render).join('');
  return String(part).replace(
    /[&<>"']/g,
    character => `&#${character.charCodeAt(0)};`,
  );
}

const STYLE = `
:root{color-scheme:light dark;--line:#8884;--soft:#8881;--link:light-dark(#0b57d0,#8ab4f8)}
*{box-sizing:border-box}
body{font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:960px;margin:0 auto;padding:24px}
a{color:var(--link);text-decoration:none}a:hover,a:focus-visible{text-decoration:underline}
h1{font-size:22px;margin:8px 0}h2{font-size:16px;margin:28px 0 8px}
nav,small,.quiet{opacity:.75}
table{border-collapse:collapse;width:100%;border:1px solid var(--line)}
th,td{text-align:left;padding:6px 12px;border-top:1px solid var(--line)}th{background:var(--soft)}
td.number{text-align:right;white-space:nowrap}
pre{overflow:auto;padding:16px;border:1px solid var(--line);background:var(--soft);margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
code{font:13px/1.6 ui-monospace,Menlo,Consolas,monospace}
`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** A whole page. No script runs on it, whatever a repository contains. */
export function page(options: {
  status?: number;
  language: string;
  title: string;
  body: Html;
}): Answer {
  const { status = 200, language, title, body } = options;
  const document = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${new Html(STYLE)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html>`;
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'`,
      'x-content-type-options': 'nosniff',
      vary: 'accept-language',
    },
    body: document.text,
  };
}
