import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** A finding of axe in the markup of a stock component, which we show and cannot change. */
type StockFinding = { rule: string; selector: string; reason: string };

const STOCK_FINDINGS: readonly StockFinding[] = [
  {
    rule: 'color-contrast',
    selector:
      '.swagger-ui .version, .swagger-ui .btn > span, .swagger-ui .opblock-summary-method',
    reason: 'Swagger UI has colours of its own for versions, keys and methods.',
  },
  {
    rule: 'nested-interactive',
    selector: '.swagger-ui .opblock-summary-control',
    reason: 'Swagger UI puts a link into the button that opens an operation.',
  },
  {
    rule: 'select-name',
    selector: '.swagger-ui select#servers',
    reason: 'Swagger UI shows the word "Servers" beside its list only.',
  },
  {
    rule: 'listitem',
    selector: 'li.MuiListItem-root',
    reason:
      'A result of the search page is a list item of which the stock page makes no list.',
  },
  {
    rule: 'aria-valid-attr-value',
    selector: 'a.bui-Tab',
    reason:
      'A tab of a stock page is a link to the page of the tab: the panel that it names does not exist (@backstage/ui).',
  },
  {
    rule: 'nested-interactive',
    selector: 'th .MuiTableSortLabel-root',
    reason:
      'The header of a stock table is dragged and sorted: a button in a button (@material-table/core).',
  },
];

type Finding = { rule: string; target: string; html: string; message: string };

/**
 * What axe finds serious or critical on the page as it is now, stock findings aside. After the theme has changed only
 * the colours can differ, so that a second look takes a tenth of the time.
 */
export async function findViolations(
  page: Page,
  look: 'everything' | 'colours',
): Promise<Finding[]> {
  await untilColoursStand(page);
  const axe = new AxeBuilder({ page });
  if (look === 'colours') axe.withRules(['color-contrast']);
  const { violations } = await axe.analyze();
  const findings: Finding[] = [];
  for (const { id: rule, impact, nodes } of violations) {
    if (impact !== 'serious' && impact !== 'critical') continue;
    for (const node of nodes) {
      const path = node.target.flat();
      if (await isStock(page, rule, path)) continue;
      findings.push({
        rule,
        target: path.join(' >>> '),
        html: node.html.slice(0, 300),
        message: [...node.any, ...node.all, ...node.none]
          .map(check => check.message)
          .join('; '),
      });
    }
  }
  return findings;
}

/** Swagger UI takes half a second to change a colour, and axe would see one that is neither light nor dark. */
async function untilColoursStand(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const transitions = document
      .getAnimations()
      .filter(animation => animation instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
  });
}

/** Whether the element, which axe names by one selector for each shadow root on the way, is one of a stock finding. */
async function isStock(
  page: Page,
  rule: string,
  path: string[],
): Promise<boolean> {
  const selectors = STOCK_FINDINGS.filter(stock => stock.rule === rule).map(
    stock => stock.selector,
  );
  if (selectors.length === 0) return false;
  return page.evaluate(
    ([hops, patterns]) => {
      let root: ParentNode = document;
      let element: Element | null = null;
      for (const hop of hops) {
        element = root.querySelector(hop);
        if (!element) return false;
        root = element.shadowRoot ?? element;
      }
      return patterns.some(pattern => element?.matches(pattern));
    },
    [path, selectors] as const,
  );
}
