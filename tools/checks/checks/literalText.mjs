// Visible text stands in translations: nothing that a person reads is written in a component.
import ts from 'typescript';
import { nodesIn, placeOf } from '../source.mjs';

const FOLDERS = /^(plugins\/[^/]+|packages\/(app|portal-ui))\/src\/.*\.tsx$/;
const ELSEWHERE = /translation|zh-CN|messages|__fixtures__|setupTests/;

/** Attributes that people see or hear. */
const VISIBLE =
  /^(?:title|subtitle|label|placeholder|alt|description|caption|heading|tooltip|helperText|emptyText|aria-(?:label|description|placeholder|roledescription|valuetext))$/;

/** Words that are the same in every language: names of products and formats, and units. */
export const SAME_EVERYWHERE = new Set([
  'API',
  'CPU',
  'GiB',
  'Kubernetes',
  'MiB',
  'OpenAPI',
  'YAML',
]);

/** Texts that stand where they stand on purpose, each with the reason. */
const ON_PURPOSE = new Map([
  ['语言 Language', 'the switch is found by those who read either language'],
]);

/** Backstage takes the titles of extensions as they are; `packages/app` translates them in the navigation. */
const DECLARES_EXTENSIONS = /(?:^|\/)\w*(?:plugin|Plugin|Module)\.tsx$/;

export const literalText = {
  sentence: 'visible text stands in translations, not in components',
  inspect: sources =>
    sources
      .filter(({ file, isTest }) => FOLDERS.test(file) && !isTest)
      .filter(({ file }) => !ELSEWHERE.test(file))
      .flatMap(source =>
        [...nodesIn(source.tree)]
          .flatMap(visibleTexts)
          .filter(({ text }) => isWritten(text) && !ON_PURPOSE.has(text))
          .map(node => `${placeOf(source, node)}: '${node.text.trim()}'`),
      ),
};

/** The literals of a node that end up on the screen. */
function visibleTexts(node) {
  if (ts.isJsxText(node)) return [node];
  if (ts.isJsxAttribute(node) && VISIBLE.test(node.name.getText())) {
    return node.initializer ? literalsOf(node.initializer) : [];
  }
  if (
    ts.isPropertyAssignment(node) &&
    VISIBLE.test(node.name.getText()) &&
    !DECLARES_EXTENSIONS.test(node.getSourceFile().fileName)
  ) {
    return literalsOf(node.initializer);
  }
  const isChild =
    ts.isJsxExpression(node) &&
    (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent));
  return isChild ? literalsOf(node) : [];
}

/** The literals that an expression may come to: of choices every branch, of templates every part. */
function literalsOf(node) {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node];
  if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node)) {
    return literalsOf(node.expression);
  }
  if (ts.isConditionalExpression(node)) {
    return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  }
  if (ts.isBinaryExpression(node)) {
    return [...literalsOf(node.left), ...literalsOf(node.right)].filter(
      () => !/[=<>]/.test(node.operatorToken.getText()),
    );
  }
  if (ts.isTemplateExpression(node)) {
    return [node.head, ...node.templateSpans.map(({ literal }) => literal)];
  }
  return [];
}

/** Whether a text has words that somebody would translate. */
export function isWritten(text) {
  const words = text.match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];
  return words.some(word => !SAME_EVERYWHERE.has(word));
}
