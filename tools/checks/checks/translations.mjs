// Every message of ours has its Chinese text with the same placeholders, and is said somewhere.
import path from 'node:path';
import ts from 'typescript';
import { nodesIn } from '../source.mjs';
import { isWritten } from './literalText.mjs';
import { flatMessages } from './messages.mjs';

/** Messages that are right to be the same in Chinese, by id of the texts and key, each with the reason. */
const SAME_ON_PURPOSE = new Map([
  ['plugin.audit filter.actorExample', 'what somebody would type'],
  ['plugin.audit filter.eventExample', 'what somebody would type'],
  ['plugin.audit filter.pluginExample', 'what somebody would type'],
  ['plugin.clusters filter.nameExample', 'what somebody would type'],
]);

export const translations = {
  sentence:
    'every message has its Chinese text with the same placeholders, and is used',
  inspect: sources =>
    sources
      .filter(
        ({ isTest, text }) => !isTest && text.includes('createTranslationRef('),
      )
      .flatMap(source => inspectRef(source, sources)),
};

function inspectRef(source, sources) {
  const declared = declarationIn(source);
  if (!declared) return [`${source.file}: its messages cannot be read`];
  const { name, id, english } = declared;
  const chineseFile = path.join(path.dirname(source.file), 'zh-CN.ts');
  const chineseSource = sources.find(({ file }) => file === chineseFile);
  const chinese =
    chineseSource &&
    flatMessages(defaultExportOf(chineseSource), chineseSource, sources);
  const messages = flatMessages(english, source, sources);
  if (!chinese) return [`${id}: there is no ${chineseFile}`];
  const said = whatIsSaid(source, name, sources);
  return [
    ...[...messages].flatMap(([key, text]) => {
      const found = chinese.get(key);
      if (found === undefined)
        return [`${id}: '${key}' is not in ${chineseFile}`];
      return differences(id, key, text, found);
    }),
    ...[...chinese.keys()]
      .filter(key => !messages.has(key))
      .map(key => `${id}: '${key}' in ${chineseFile} is no message`),
    ...[...messages.keys()]
      .filter(key => !said.some(pattern => pattern.test(baseOf(key))))
      .map(key => `${id}: nobody says '${key}'`),
  ];
}

function differences(id, key, english, chinese) {
  const left = placeholdersIn(english).join(' ');
  const right = placeholdersIn(chinese).join(' ');
  if (left !== right) {
    return [
      `${id}: '${key}' has {{${left}}} in English and {{${right}}} in Chinese`,
    ];
  }
  const hasWords = isWritten(english.replace(/\{\{.*?\}\}/g, ''));
  return english === chinese && hasWords && !SAME_ON_PURPOSE.has(`${id} ${key}`)
    ? [`${id}: '${key}' is the same in both languages`]
    : [];
}

const placeholdersIn = text =>
  [
    ...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name)),
  ].sort();

/** A key without the ending that chooses a plural. */
const baseOf = key => key.replace(/_(?:zero|one|two|few|many|other)$/, '');

/** The name, the id and the English messages of a `createTranslationRef`. */
function declarationIn({ tree }) {
  for (const node of nodesIn(tree)) {
    if (
      ts.isVariableDeclaration(node) &&
      node.initializer &&
      ts.isCallExpression(node.initializer) &&
      node.initializer.expression.getText() === 'createTranslationRef'
    ) {
      const [options] = node.initializer.arguments;
      const property = name =>
        options.properties?.find(each => each.name?.getText() === name);
      const messages = property('messages');
      return {
        name: node.name.getText(),
        id: property('id')?.initializer?.text,
        // `messages` alone stands for `messages: messages`.
        english: messages?.initializer ?? messages?.name,
      };
    }
  }
  return undefined;
}

const defaultExportOf = ({ tree }) =>
  tree.statements.find(ts.isExportAssignment)?.expression;

/** Patterns of every text in the files that use these messages; a template stands for whatever it may come to. */
function whatIsSaid({ file, tree }, name, sources) {
  const folder = `${path.dirname(file)}/`;
  const users = sources.filter(
    source =>
      !source.isTest &&
      !/\/(?:messages|zh-CN)\.ts$/.test(source.file) &&
      (source.file.startsWith(folder) || source.text.includes(name)),
  );
  return users
    .flatMap(user => [...nodesIn(user.tree)])
    .filter(node => node.getSourceFile() !== tree || !isInDeclaration(node))
    .flatMap(patternOf);
}

function isInDeclaration(node) {
  for (let around = node; around; around = around.parent) {
    if (
      ts.isCallExpression(around) &&
      around.expression.getText() === 'createTranslationRef'
    ) {
      return true;
    }
  }
  return false;
}

function patternOf(node) {
  const exactly = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (ts.isStringLiteralLike(node))
    return [new RegExp(`^${exactly(node.text)}$`)];
  if (ts.isTemplateExpression(node)) {
    const parts = [
      node.head,
      ...node.templateSpans.map(({ literal }) => literal),
    ];
    const texts = parts.map(({ text }) => text);
    return /[a-z]/i.test(texts.join('')) && texts.join('').includes('.')
      ? [new RegExp(`^${texts.map(exactly).join('.+')}$`)]
      : [];
  }
  return [];
}
