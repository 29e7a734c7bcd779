import { memo } from 'react';
import type { LogBlock } from './logLinesState';
import styles from './LogText.module.css';

type Props = { block: LogBlock; text: string; withTimes: boolean };

/** Some lines of a log, with what was searched for marked. Drawn again only when they change. */
export const LogText = memo(function Lines(props: Props) {
  const { block, text, withTimes } = props;
  return (
    <div className={styles.block}>
      {block.lines.map(line => (
        <div key={line.number} className={styles.line}>
          {withTimes && line.at && (
            <span className={styles.time}>{line.at.slice(0, 23)} </span>
          )}
          <Marked line={line.text} text={text} />
        </div>
      ))}
    </div>
  );
});

function Marked({ line, text }: { line: string; text: string }) {
  if (!text) return <>{line || ' '}</>;
  const parts: React.ReactNode[] = [];
  const lower = line.toLowerCase();
  const wanted = text.toLowerCase();
  let from = 0;
  for (
    let at = lower.indexOf(wanted);
    at >= 0;
    at = lower.indexOf(wanted, from)
  ) {
    parts.push(
      line.slice(from, at),
      <mark key={at}>{line.slice(at, at + text.length)}</mark>,
    );
    from = at + text.length;
  }
  return (
    <>
      {parts}
      {line.slice(from)}
    </>
  );
}
