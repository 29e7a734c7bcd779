import {
  append,
  asText,
  BLOCK_LINES,
  matching,
  NO_LINES,
} from './logLinesState';

const lines = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    at: '',
    text: `line ${from + index}`,
  }));

describe('the lines that a page keeps', () => {
  it('are the newest five thousand, and draw only the block anew that grows', () => {
    let log = append(NO_LINES, lines(0, 4950));
    const before = log.blocks;
    log = append(log, lines(4950, 10));
    expect(log.blocks.slice(0, -1)).toEqual(before.slice(0, -1));
    expect(log.blocks[3]).toBe(before[3]);
    expect(log.blocks.at(-1)).not.toBe(before.at(-1));
    log = append(log, lines(4960, 1040));
    const kept = log.blocks.flatMap(block => block.lines);
    expect(kept).toHaveLength(log.count);
    expect(kept.length).toBeGreaterThanOrEqual(5000);
    expect(kept.length).toBeLessThan(5000 + BLOCK_LINES);
    expect(kept.at(-1)).toMatchObject({ text: 'line 5999', number: 5999 });
    expect(new Set(kept.map(({ number }) => number)).size).toBe(kept.length);
  });

  it('are found by what they hold, whatever the case', () => {
    const log = append(NO_LINES, [
      { at: 't1', text: 'ERROR 启动失败' },
      { at: 't2', text: 'all well' },
      { at: '', text: 'no error' },
    ]);
    expect(asText(matching(log, 'Error'))).toBe(
      't1 ERROR 启动失败\nno error\n',
    );
    expect(matching(log, '失败').count).toBe(1);
    expect(matching(log, '')).toBe(log);
  });
});
