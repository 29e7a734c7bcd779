// What a schema says of wrong input is read by people of both languages: `says('…', '…')`, never a text alone.
import ts from 'typescript';
import { nodesIn, placeOf } from '../source.mjs';

const FOLDERS = /^(plugins\/[^/]+-common|packages\/contract)\/src\//;

/** Checks of zod whose last argument is what they say, and how many arguments they have without it. */
const ARGUMENTS = new Map([
  ...['min', 'max', 'length', 'gt', 'gte', 'lt', 'lte', 'multipleOf'].map(
    name => [name, 1],
  ),
  ...['regex', 'refine', 'startsWith', 'endsWith'].map(name => [name, 1]),
  ...['email', 'url', 'int', 'positive', 'nonempty'].map(name => [name, 0]),
]);

export const schemaSentences = {
  sentence: 'what a schema says of wrong input, it says in both languages',
  inspect: sources =>
    sources
      .filter(({ file, isTest }) => FOLDERS.test(file) && !isTest)
      .flatMap(source =>
        [...nodesIn(source.tree)]
          .map(sentenceOf)
          .filter(node => node && isText(node))
          .map(node => `${placeOf(source, node)}: ${node.getText()}`),
      ),
};

/** The expression that says what is wrong, where a node has one. */
function sentenceOf(node) {
  if (ts.isPropertyAssignment(node) && node.name.getText() === 'error') {
    return node.initializer;
  }
  if (!ts.isCallExpression(node)) return undefined;
  if (!ts.isPropertyAccessExpression(node.expression)) return undefined;
  const name = node.expression.name.text;
  if (name === 'addIssue') return messageOf(node.arguments[0]);
  return node.arguments[ARGUMENTS.get(name)];
}

function messageOf(issue) {
  if (!issue || !ts.isObjectLiteralExpression(issue)) return issue;
  return issue.properties
    .filter(ts.isPropertyAssignment)
    .find(({ name }) => name.getText() === 'message')?.initializer;
}

/** A text, or a function of one expression that is a text. */
function isText(node) {
  if (ts.isArrowFunction(node)) return isText(node.body);
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}
