import type { ContainerRun } from './containerRun';
import { linesOf, type LogLine } from './logLines';

const HOUR = 3600_000;
const start = Date.parse('2026-11-21T00:00:00Z');
const run: ContainerRun = {
  id: 'life/policy-1/main/1',
  application: 'policy',
  startedAt: new Date(start),
};
const all = (of: ContainerRun, from: number, to: number): LogLine[] => [
  ...linesOf(of, from, to),
];

describe('The lines of a log', () => {
  it('are the same each time, and others for another run', () => {
    const once = all(run, 0, start + HOUR);
    expect(once.length).toBeGreaterThan(500);
    expect(all(run, 0, start + HOUR)).toEqual(once);
    expect(all({ ...run, id: 'other' }, 0, start + HOUR)).not.toEqual(once);
  });

  it('are in the order of their times, in the form of Spring Boot, in both languages', () => {
    const lines = all(run, 0, start + HOUR);
    const times = lines.map(({ at }) => at);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    for (const { text } of lines) {
      expect(text).toMatch(
        /^2026-11-21T\d\d:\d\d:\d\d\.\d{3}\+08:00 +(INFO|WARN|ERROR|DEBUG) 1 --- \[policy\] \[[^\]{]+\] \S+ +: [^{]+$/,
      );
    }
    const text = lines.map(line => line.text).join('\n');
    expect(text).toMatch(/[\u4e00-\u9fff]/);
    expect(text).toContain('Tomcat started on port 8080');
  });

  it('come in pieces as they come at once: none twice, none left out', () => {
    const whole = all(run, 0, start + 60_000);
    const pieces: LogLine[] = [];
    let from = 0;
    for (let to = start; to <= start + 60_000; to += 500) {
      pieces.push(...all(run, from, to));
      from = to;
    }
    expect(pieces).toEqual(whole);
  });

  it('reach back half a day, as older ones are rotated away', () => {
    const now = start + 30 * 24 * HOUR;
    const [oldest] = all(run, 0, now);
    expect(oldest.at).toBeGreaterThan(now - 12 * HOUR);
    expect(oldest.at).toBeLessThan(now - 11 * HOUR);
  });

  it('end with the reason when the application could not start', () => {
    const at = new Date(start + 2000);
    const crashed = { ...run, end: { at, exitCode: 1 } };
    const lines = all(crashed, 0, start + HOUR);
    expect(lines[lines.length - 1].text).toContain('应用启动失败');
    expect(lines.some(({ text }) => text.includes('应用启动完成'))).toBe(false);
    expect(lines[lines.length - 1].at).toBe(at.getTime());
  });

  it('end with a graceful stop when it was told to', () => {
    const end = { at: new Date(start + 60_000), exitCode: 0 };
    const lines = all({ ...run, end }, 0, start + HOUR);
    expect(lines[lines.length - 1].text).toContain('优雅停机完成');
  });
});
