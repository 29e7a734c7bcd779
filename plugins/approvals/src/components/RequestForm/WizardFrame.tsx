import {
  useEffect,
  useRef,
  type MutableRefObject,
  type ReactNode,
} from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { MainAndSide } from '@caas/portal-ui';
import { RiCheckLine } from '@remixicon/react';
import { approvalsTranslationRef } from '../../translation';
import styles from './WizardFrame.module.css';

/** A step of the wizard, for the list of steps. */
export type WizardStep = { id: string; title: string };

/** Which step was shown last, kept by the page: its pieces come and go with the steps. */
export type StepMemory = MutableRefObject<string | undefined>;

/**
 * The frame of a step: the list of all steps, and the step itself.
 *
 * @remarks
 * The focus goes to the step when another one is shown, so that a screen reader says where the person is now. On the
 * first one it stays where the browser has it.
 */
export function WizardFrame(props: {
  steps: readonly WizardStep[];
  current: string;
  memory: StepMemory;
  children: ReactNode;
  side?: ReactNode;
}) {
  const { steps, current, memory, children, side } = props;
  const { t } = useTranslationRef(approvalsTranslationRef);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (memory.current !== undefined && memory.current !== current) {
      element.current?.focus();
    }
    memory.current = current;
  }, [memory, current]);
  const index = steps.findIndex(({ id }) => id === current);
  const place = t('wizard.place', {
    step: String(index + 1),
    steps: String(steps.length),
  });
  const step = (
    <div
      ref={element}
      className={styles.step}
      tabIndex={-1}
      role="group"
      aria-label={t('wizard.at', {
        place,
        title: steps[index]?.title ?? '',
      })}
    >
      {children}
    </div>
  );
  return (
    <Flex direction="column" gap="4">
      <nav aria-label={t('wizard.steps')}>
        <Text as="p" variant="body-small" className={styles.place}>
          {place}
        </Text>
        <ol className={styles.steps}>
          {steps.map(({ id, title }, position) => (
            <li
              key={id}
              className={styles.item}
              data-state={stateOf(position, index)}
              aria-current={position === index ? 'step' : undefined}
            >
              <span className={styles.number} aria-hidden="true">
                {position < index ? <RiCheckLine size={16} /> : position + 1}
              </span>
              <span className={styles.title}>{title}</span>
            </li>
          ))}
        </ol>
      </nav>
      {side ? <MainAndSide side={side}>{step}</MainAndSide> : step}
    </Flex>
  );
}

function stateOf(position: number, index: number) {
  if (position === index) return 'current';
  return position < index ? 'done' : 'coming';
}
