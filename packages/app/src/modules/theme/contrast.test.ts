import { readFileSync } from 'node:fs';
import path from 'node:path';

const STOCK = path.resolve(
  require.resolve('@backstage/ui/package.json'),
  '../dist/css/styles.css',
);
const OURS = path.join(__dirname, 'tokens.css');

type Mode = 'light' | 'dark';
type Colour = [number, number, number];

/** The values of tokens in one mode; ours come later and win. */
function tokensOf(mode: Mode): Map<string, string> {
  const css = [STOCK, OURS]
    .map(file => readFileSync(file, 'utf8'))
    .join('\n')
    .replace(/\/\*[^]*?\*\//g, '');
  const tokens = new Map<string, string>();
  for (const [, selector, body] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const isOfMode = selector.includes(`[data-theme-mode='${mode}']`);
    // What stands on the root alone is of both modes, and of light where dark says otherwise.
    const isOfAll = /(^|,)\s*:root\s*(,|$)/.test(selector.trim());
    if (!isOfMode && !isOfAll) continue;
    for (const [, name, value] of body.matchAll(
      /(--bui-[\w-]+):\s*([^;]+);/g,
    )) {
      tokens.set(name, value.trim());
    }
  }
  return tokens;
}

function colourOf(tokens: Map<string, string>, name: string): Colour {
  const value = tokens.get(name)!;
  const other = /^var\((--[\w-]+)\)$/.exec(value);
  if (other) return colourOf(tokens, other[1]);
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value)?.[1];
  if (!digits) throw new Error(`${name} is '${value}', which is no colour`);
  const pairs = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return [0, 2, 4].map(at => parseInt(pairs.slice(at, at + 2), 16)) as Colour;
}

/** A veil of black or white over a colour, as the stock tokens write what happens under the pointer. */
function veiled(tokens: Map<string, string>, veil: string, base: Colour) {
  const [, lightness, share] = /^oklch\((0|100)% 0 0 \/ (\d+)%\)$/.exec(
    tokens.get(veil)!,
  )!;
  const over = lightness === '0' ? 0 : 255;
  const alpha = Number(share) / 100;
  return base.map(one => over * alpha + one * (1 - alpha)) as Colour;
}

/** By WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [one, other]
    .map(colour => {
      const [red, green, blue] = colour.map(part => {
        const share = part / 255;
        return share <= 0.04045
          ? share / 12.92
          : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** What a table stands on, and what its row has under the pointer there. */
const ROWS = [
  ['--bui-bg-app', 1],
  ['--bui-bg-neutral-1', 2],
  ['--bui-bg-neutral-2', 3],
] as const;

describe.each<Mode>(['light', 'dark'])('in the %s theme', mode => {
  const tokens = tokensOf(mode);

  it.each(ROWS)(
    'the words of a table on %s can be read, under the pointer too',
    (ground, layer) => {
      const base = colourOf(tokens, ground);
      // Our screens use it no more; the tables of Backstage UI 1.55 do.
      const hover = `--bui-bg-neutral-${layer}-hover`;
      for (const words of ['primary', 'secondary', 'danger', 'warning']) {
        const colour = colourOf(tokens, `--bui-fg-${words}`);
        expect(contrast(colour, base)).toBeGreaterThanOrEqual(4.5);
        expect(
          contrast(colour, veiled(tokens, hover, base)),
        ).toBeGreaterThanOrEqual(4.5);
      }
    },
  );
});
