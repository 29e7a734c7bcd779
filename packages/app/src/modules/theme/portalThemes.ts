import {
  createUnifiedTheme,
  genPageTheme,
  pageTheme,
  palettes,
} from '@backstage/theme';

const FONT_FAMILY =
  'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

const navigation = {
  background: '#0b1f3f',
  indicator: '#7ee0c3',
  color: '#c3cede',
  selectedColor: '#ffffff',
  navItem: { hoverBackground: '#1a3461' },
  submenu: { background: '#1a3461' },
};

/** One calm header for every kind of page of the stock plugins. */
const header = genPageTheme({ colors: ['#0f3b82', '#1456d6'], shape: 'none' });
const headers = Object.fromEntries(
  Object.keys(pageTheme).map(name => [name, header]),
);

/** Columns of stock tables are as wide as their words: 类型 was broken into 类 and 型, and `service` into `servi` and `ce`. */
const components = {
  MuiTable: {
    styleOverrides: {
      root: {
        '& th': { whiteSpace: 'nowrap', wordBreak: 'normal' },
        '& td': { wordBreak: 'normal' },
      },
    },
  },
} as const;

/** Themes of what the stock plugins draw with Material UI; the rest follows `tokens.css`. */
export const portalThemes = {
  light: createUnifiedTheme({
    palette: {
      ...palettes.light,
      primary: { main: '#1456d6' },
      link: '#1456d6',
      linkHover: '#0d3f9e',
      // The stock grey is 4.47 to 1 on the grey of pages, where 4.5 is needed.
      text: { secondary: '#5c5c5c' },
      navigation,
    },
    fontFamily: FONT_FAMILY,
    defaultPageTheme: 'home',
    pageTheme: headers,
    components,
  }),
  dark: createUnifiedTheme({
    palette: {
      ...palettes.dark,
      primary: { main: '#8ab4ff' },
      link: '#8ab4ff',
      linkHover: '#b4cfff',
      navigation,
    },
    fontFamily: FONT_FAMILY,
    defaultPageTheme: 'home',
    pageTheme: headers,
    components,
  }),
};
