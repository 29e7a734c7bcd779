const LONELY = /\b(?:it|test|describe)(?:\.each)?\.only\(|\bf(?:it|describe)\(/;
/** A skip whose title does not end with a reason in brackets. */
const SKIPPED =
  /\b(?:it|test|describe)\.skip\((?!\s*['"`][^\n]*\([^)\n]+\)['"`])|\bx(?:it|describe)\(/;

export const skippedTests = {
  sentence: 'no lonely test, and none skipped without its reason in brackets',
  inspect: sources =>
    sources
      .filter(({ isTest }) => isTest)
      .flatMap(({ file, lines, text }) =>
        LONELY.test(text) || SKIPPED.test(text)
          ? lines.flatMap((line, index) =>
              LONELY.test(line) || SKIPPED.test(line + (lines[index + 1] ?? ''))
                ? [`${file}:${index + 1}`]
                : [],
            )
          : [],
      ),
};
