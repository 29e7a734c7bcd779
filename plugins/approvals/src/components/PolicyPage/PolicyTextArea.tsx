import { useEffect, useId, useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { approvalsTranslationRef } from '../../translation';
import { rangeAt, type PlacedProblem } from './policyPlace';
import styles from './PolicyTextArea.module.css';

/** Lines that are kept in sight above one that is wrong. */
const LINES_ABOVE = 4;

/**
 * The text of a policy with the numbers of its lines. What is wrong is said below it, its line is marked, and the cursor goes
 * there. It is a text area: the tab key leaves it, and screen readers read it as one.
 */
export function PolicyTextArea(props: {
  value: string;
  onChange(value: string): void;
  problem: PlacedProblem | undefined;
}) {
  const { value, onChange, problem } = props;
  const { t } = useTranslationRef(approvalsTranslationRef);
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const numbers = useRef<HTMLDivElement>(null);
  const count = value.split('\n').length;

  useEffect(() => {
    const element = area.current;
    if (!problem || !element) return;
    const { start, end } = rangeAt(element.value, problem);
    element.focus();
    element.setSelectionRange(start, end);
    const lineHeight = element.scrollHeight / element.value.split('\n').length;
    element.scrollTop = (problem.line - 1 - LINES_ABOVE) * lineHeight;
  }, [problem]);

  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        <Text variant="body-small" weight="bold">
          {t('policy.text')}
        </Text>
      </label>
      <Text id={`${id}-help`} variant="body-small" color="secondary">
        {t('policy.textHelp')}
      </Text>
      <div className={styles.frame} data-invalid={problem ? true : undefined}>
        <div ref={numbers} className={styles.numbers} aria-hidden="true">
          {Array.from({ length: count }, (_, index) => (
            <div
              key={index}
              className={
                problem?.line === index + 1 ? styles.wrongLine : undefined
              }
            >
              {index + 1}
            </div>
          ))}
        </div>
        <textarea
          id={id}
          ref={area}
          className={styles.text}
          value={value}
          onChange={event => onChange(event.target.value)}
          onScroll={event => {
            if (numbers.current) {
              numbers.current.scrollTop = event.currentTarget.scrollTop;
            }
          }}
          aria-describedby={problem ? `${id}-problem` : `${id}-help`}
          aria-invalid={problem ? true : undefined}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          wrap="off"
        />
      </div>
      {problem && (
        <Text
          as="p"
          id={`${id}-problem`}
          role="alert"
          variant="body-small"
          color="danger"
        >
          {t('policy.place', {
            line: String(problem.line),
            column: String(problem.column),
          })}{' '}
          {problem.why}
        </Text>
      )}
    </div>
  );
}
