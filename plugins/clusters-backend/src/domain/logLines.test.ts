import { LogLineReader, LogPosition, LogTail } from './logLines';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const at = (second: number, fraction = '000000001') =>
  `2026-11-21T08:00:${String(second).padStart(2, '0')}.${fraction}Z`;
const line = (time: string, text: string) => ({ at: time, text });

describe('LogLineReader', () => {
  it('makes the same lines of any pieces, also when a character is cut in two', () => {
    const whole = bytesOf(`${at(1)} 保单已承保\n${at(2)} two\r\n${at(3)} open`);
    for (const size of [1, 2, 3, 7, whole.length]) {
      const reader = new LogLineReader();
      const lines = [];
      for (let from = 0; from < whole.length; from += size) {
        lines.push(...reader.read(whole.subarray(from, from + size)));
      }
      expect([...lines, ...reader.finish()]).toEqual([
        line(at(1), '保单已承保'),
        line(at(2), 'two'),
        line(at(3), 'open'),
      ]);
    }
  });

  it('keeps no more of a line that has no end than fits a page', () => {
    const reader = new LogLineReader();
    for (let index = 0; index < 100; index += 1) {
      expect(reader.read(bytesOf('x'.repeat(1000)))).toEqual([]);
    }
    const [long, next] = reader.read(bytesOf('\nnext\n'));
    expect(long.text).toHaveLength(16 * 1024 + 1);
    expect(long.text.endsWith('…')).toBe(true);
    expect(next.text).toBe('next');
  });
});

describe('LogTail', () => {
  it('keeps the newest lines, and says that there were more', () => {
    const tail = new LogTail({ lines: 3, bytes: 1000 });
    for (let index = 0; index < 10; index += 1) {
      tail.add([line(at(index), `line ${index}`)]);
    }
    expect(tail.kept.map(({ text }) => text)).toEqual([
      'line 7',
      'line 8',
      'line 9',
    ]);
    expect(tail.cutBy).toBe('lines');
  });

  it('counts bytes, not characters', () => {
    const tail = new LogTail({ lines: 100, bytes: 7 });
    tail.add([line('', '保单'), line('', '保单')]);
    expect(tail.kept).toHaveLength(1);
    expect(tail.cutBy).toBe('bytes');
  });

  it('says nothing when all fits', () => {
    const tail = new LogTail({ lines: 2, bytes: 10 });
    tail.add([line('', 'a'), line('', 'b')]);
    expect([tail.kept.length, tail.cutBy]).toEqual([2, undefined]);
  });
});

describe('LogPosition', () => {
  it('leaves out after a cut what was read before, also of one moment', () => {
    const position = new LogPosition();
    position.resume();
    const first = [
      line(at(1), 'a'),
      line(at(2), 'b'),
      line(at(2), 'b'),
      line(at(2), 'c'),
    ];
    expect(position.advance(first)).toEqual(first);
    position.resume();
    // The cluster begins at the whole second, and one more came at the same moment.
    expect(
      position.advance([...first.slice(1), line(at(2), 'd'), line(at(3), 'e')]),
    ).toEqual([line(at(2), 'd'), line(at(3), 'e')]);
    position.resume();
    expect(position.advance([line(at(2), 'd'), line(at(3), 'e')])).toEqual([]);
  });

  it('goes on when the log was rotated in between', () => {
    const position = new LogPosition();
    position.advance([line(at(1), 'a'), line(at(1), 'b')]);
    position.resume();
    expect(position.advance([line(at(5), 'x')])).toEqual([line(at(5), 'x')]);
    // Fewer of the same moment than were read: nothing else may be lost for them.
    expect(position.advance([line(at(5), 'y')])).toEqual([line(at(5), 'y')]);
  });

  it('loses nothing that is written slightly out of order', () => {
    const position = new LogPosition();
    const lines = [line(at(2), 'out'), line(at(1), 'err'), line(at(3), 'out')];
    expect(position.advance(lines)).toEqual(lines);
  });

  it('compares times to the nanosecond, however many digits they have', () => {
    const position = new LogPosition();
    position.advance([line(at(1, '1'), 'a'), line(at(1, '12'), 'b')]);
    position.resume();
    expect(
      position.advance([
        line(at(1, '1'), 'a'),
        line(at(1, '12'), 'b'),
        line(at(1, '120000001'), 'c'),
      ]),
    ).toEqual([line(at(1, '120000001'), 'c')]);
  });
});
