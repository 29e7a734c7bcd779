// A file of sources, as the checks look at it.
import ts from 'typescript';

/** Describes a file. Its syntax tree is only made when a check asks for it. */
export function sourceOf(file, text) {
  let tree;
  return {
    file,
    text,
    lines: text.split('\n'),
    imports: [...text.matchAll(/(?:from|import\(|import)\s*'([^']+)'/g)].map(
      ([, name]) => name,
    ),
    isTest:
      /\.test\.tsx?$|\/tests\/|\/e2e-tests\/|__testUtils__|\.testing\.tsx?$/.test(
        file,
      ),
    get tree() {
      tree ??= ts.createSourceFile(
        file,
        text,
        ts.ScriptTarget.Latest,
        true,
        file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
      );
      return tree;
    },
  };
}

/** Every node of a tree. */
export function* nodesIn(node) {
  yield node;
  for (const child of childrenOf(node)) yield* nodesIn(child);
}

function childrenOf(node) {
  const children = [];
  node.forEachChild(child => {
    children.push(child);
  });
  return children;
}

/** Where a node stands, as `file:line`. */
export function placeOf({ file, tree }, node) {
  const start = node.getStart(tree);
  return `${file}:${tree.getLineAndCharacterOfPosition(start).line + 1}`;
}
