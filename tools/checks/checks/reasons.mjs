// What silences the compiler or the linter says why: on the same line, or in a comment right above it.
import ts from 'typescript';
import { nodesIn, placeOf } from '../source.mjs';

export const reasons = {
  sentence:
    'a reason stands beside `as unknown as`, `any`, `eslint-disable` and `@ts-`',
  inspect: sources =>
    sources.flatMap(source => [
      ...silencedLinter(source),
      ...(/\bany\b|as unknown as/.test(source.text)
        ? silencedCompiler(source)
        : []),
    ]),
};

function silencedLinter({ file, lines }) {
  return lines.flatMap((line, index) => {
    const lint = /eslint-disable[\w-]*(.*)/.exec(line);
    const types = /@ts-(?:expect-error|ignore|nocheck)(.*)/.exec(line);
    const reason = lint ? /--\s*(\w.*)/.exec(lint[1])?.[1] : types?.[1];
    const isSilent = (lint || types) && !/\w{3}/.test(reason ?? '');
    return isSilent && !isComment(lines[index - 1])
      ? [`${file}:${index + 1}: ${line.trim()}`]
      : [];
  });
}

function silencedCompiler(source) {
  const { tree, lines } = source;
  const found = [...nodesIn(tree)].filter(
    node => node.kind === ts.SyntaxKind.AnyKeyword || isDoubleCast(node),
  );
  return found
    .filter(node => {
      const first = lineOf(tree, statementOf(node).getStart(tree));
      const last = lineOf(tree, node.getEnd());
      const commented = lines
        .slice(first, last + 1)
        .some(line => /(?:\/\/|\/\*|\*) ?\S/.test(withoutTexts(line)));
      return !commented && !isComment(lines[first - 1]);
    })
    .map(
      node =>
        `${placeOf(source, node)}: ${lines[lineOf(tree, node.getEnd())].trim()}`,
    );
}

const isDoubleCast = node =>
  ts.isAsExpression(node) &&
  ts.isAsExpression(node.expression) &&
  node.expression.type.kind === ts.SyntaxKind.UnknownKeyword;

/** The statement or member around a node: a comment above it is about all of it. */
function statementOf(node) {
  let around = node;
  while (
    around.parent &&
    !ts.isSourceFile(around.parent) &&
    !ts.isBlock(around.parent) &&
    !ts.isClassLike(around.parent) &&
    !ts.isTypeLiteralNode(around.parent) &&
    !ts.isInterfaceDeclaration(around.parent) &&
    !ts.isParameter(around)
  ) {
    around = around.parent;
  }
  return around;
}

const lineOf = (tree, position) =>
  tree.getLineAndCharacterOfPosition(position).line;
const isComment = line => /^\s*(?:\/\/|\{?\/\*|\*)/.test(line ?? '');
const withoutTexts = line => line.replace(/'[^']*'|"[^"]*"|`[^`]*`/g, '');
