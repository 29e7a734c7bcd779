// A file that is long on purpose says why in a comment, if it is no test: `// Long: one suite that every store runs.`
const LIMIT = 400;
const LONG = 300;

const reasonOf = ({ text }) => /^\s*(?:\/\/|\*) Long: (.+)$/m.exec(text)?.[1];
const isLong = ({ lines }) => lines.length > LONG;

export const fileLength = {
  sentence: `no file is over ${LIMIT} lines, and over ${LONG} only with its reason ("// Long: …")`,
  inspect: sources =>
    sources.filter(isLong).flatMap(source => {
      const length = `${source.file} has ${source.lines.length} lines`;
      if (source.lines.length > LIMIT) return [length];
      return source.isTest || reasonOf(source)
        ? []
        : [`${length} and does not say why`];
    }),
};

/** How long our files are. */
export function describeLengths(sources) {
  const lengths = sources
    .map(({ lines }) => lines.length)
    .sort((left, right) => left - right);
  return [
    `${lengths.length} files, ${lengths[Math.floor(lengths.length / 2)]} lines in the median`,
    ...sources
      .filter(isLong)
      .map(
        source =>
          `${source.lines.length} lines: ${source.file} (${reasonOf(source) ?? 'a test'})`,
      ),
  ];
}
