// Reads messages out of the syntax tree: object literals, in this file or imported from one beside it.
import path from 'node:path';
import ts from 'typescript';
import { nodesIn } from '../source.mjs';

/** Messages by dotted key. */
export function flatMessages(node, source, sources, prefix = '') {
  const flat = new Map();
  const { literal, at } = resolve(node, source, sources);
  for (const property of literal?.properties ?? []) {
    if (ts.isSpreadAssignment(property)) {
      const spread = flatMessages(property.expression, at, sources, prefix);
      for (const [key, text] of spread) flat.set(key, text);
    } else if (property.name) {
      const key = `${prefix}${property.name.text ?? property.name.getText()}`;
      const value = textOf(property.initializer);
      if (value !== undefined) flat.set(key, value);
      else {
        const below = property.initializer ?? property.name;
        for (const [name, text] of flatMessages(
          below,
          at,
          sources,
          `${key}.`,
        )) {
          flat.set(name, text);
        }
      }
    }
  }
  return flat;
}

/** A text, also one that is put together of several or marked as a constant. */
function textOf(node) {
  if (!node) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
    return textOf(node.expression);
  }
  if (ts.isBinaryExpression(node)) {
    const parts = [textOf(node.left), textOf(node.right)];
    return parts.includes(undefined) ? undefined : parts.join('');
  }
  return undefined;
}

/** The object literal that an expression stands for, and the file that holds it. */
function resolve(node, source, sources) {
  if (!node) return {};
  if (ts.isObjectLiteralExpression(node)) return { literal: node, at: source };
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
    return resolve(node.expression, source, sources);
  }
  if (!ts.isIdentifier(node)) return {};
  for (const each of nodesIn(source.tree)) {
    if (ts.isVariableDeclaration(each) && each.name.getText() === node.text) {
      return resolve(each.initializer, source, sources);
    }
    if (
      ts.isImportDeclaration(each) &&
      each.importClause?.getText().includes(node.text)
    ) {
      const file = path.join(
        path.dirname(source.file),
        `${each.moduleSpecifier.text}.ts`,
      );
      const other = sources.find(candidate => candidate.file === file);
      return other ? resolve(node, other, sources) : {};
    }
  }
  return {};
}
