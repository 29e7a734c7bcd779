import { useEffect, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { actionsTranslationRef } from '../../actions/translation';
import type { LogLines } from './logLinesState';
import { LogText } from './LogText';
import styles from './LogView.module.css';

/** As near to the end as counts as being there, in pixels. */
const NEAR_END = 24;

/** The lines of a log. It stays at the newest ones until the person scrolls up. */
export function LogView(props: {
  log: LogLines;
  text: string;
  isWrapped: boolean;
  withTimes: boolean;
  isFollowed: boolean;
}) {
  const { log, text, isWrapped, withTimes, isFollowed } = props;
  const { t } = useTranslationRef(actionsTranslationRef);
  const frame = useRef<HTMLDivElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  useEffect(() => {
    const { current } = frame;
    if (current && isAtEnd) current.scrollTop = current.scrollHeight;
  }, [log, isAtEnd]);
  const look = () => {
    const { scrollTop, scrollHeight, clientHeight } = frame.current!;
    setIsAtEnd(scrollHeight - scrollTop - clientHeight < NEAR_END);
  };
  return (
    <div className={styles.view}>
      <div
        ref={frame}
        role="log"
        aria-label={t('log.title')}
        // Every line read aloud as it comes would leave no room for anything else.
        aria-live="off"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard has to be able to scroll it
        tabIndex={0}
        className={styles.frame}
        data-wrapped={isWrapped || undefined}
        onScroll={look}
      >
        {log.blocks.map(block => (
          <LogText
            key={block.id}
            block={block}
            text={text}
            withTimes={withTimes}
          />
        ))}
      </div>
      {isFollowed && !isAtEnd && (
        <div className={styles.newest}>
          <Button size="small" onPress={() => setIsAtEnd(true)}>
            {t('log.toNewest')}
          </Button>
        </div>
      )}
    </div>
  );
}
