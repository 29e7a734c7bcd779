import { type ReactElement } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text, VisuallyHidden } from '@backstage/ui';
import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiLoader4Line,
  RiTimeLine,
} from '@remixicon/react';
import { portalUiTranslationRef } from '../translation';
import styles from './StepList.module.css';

/** One step of something that takes a while. @public */
export type Step = {
  id: string;
  label: string;
  state: 'waiting' | 'working' | 'done' | 'failed';
  /** What it waits for, or why it failed. */
  message?: string;
};

/** @public */
export type StepListProps = {
  steps: Step[];
  /** What the steps lead to, for screen readers. */
  label?: string;
};

const ICONS: Record<Step['state'], ReactElement> = {
  waiting: <RiTimeLine size={20} />,
  working: <RiLoader4Line size={20} />,
  done: <RiCheckboxCircleFill size={20} />,
  failed: <RiCloseCircleFill size={20} />,
};

/**
 * The steps of something that takes a while, and how far each is. Progress is announced to screen readers.
 *
 * @public
 */
export function StepList({ steps, label }: StepListProps) {
  const { t } = useTranslationRef(portalUiTranslationRef);
  const done = steps.filter(step => step.state === 'done').length;
  return (
    <>
      <VisuallyHidden role="status">
        {t('step.progress', {
          done: String(done),
          total: String(steps.length),
        })}
      </VisuallyHidden>
      <ol className={styles.steps} aria-label={label ?? t('step.label')}>
        {steps.map(step => (
          <li key={step.id} className={styles.step} data-state={step.state}>
            <span className={styles.icon} aria-hidden="true">
              {ICONS[step.state]}
            </span>
            <div className={styles.body}>
              <div className={styles.line}>
                <Text as="span">{step.label}</Text>
                <Text as="span" variant="body-small" color="secondary">
                  {t(`step.${step.state}`)}
                </Text>
              </div>
              {step.message && (
                <Text
                  as="p"
                  variant="body-small"
                  color={step.state === 'failed' ? 'danger' : 'secondary'}
                  className={styles.message}
                >
                  {step.message}
                </Text>
              )}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
