import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import type { Evidence } from '@caas/plugin-approvals-common';
import { stringify } from 'yaml';
import { approvalsTranslationRef } from '../../translation';
import { CopyButton } from './CopyButton';
import styles from './ObjectsView.module.css';

/** The exact objects, as YAML that a person could read beside the cluster's own, and take away. */
export function ObjectsView(
  props: Pick<Evidence, 'objects'> & {
    /** Whether they are what the person has come to look at. */
    isExpanded?: boolean;
  },
) {
  const { objects, isExpanded = false } = props;
  const { t } = useTranslationRef(approvalsTranslationRef);
  if (objects.length === 0) return null;
  const title = t('evidence.objects', { count: objects.length });
  const text = objects.map(object => stringify(object)).join('---\n');
  return (
    <Accordion defaultExpanded={isExpanded}>
      <AccordionTrigger title={title} />
      <AccordionPanel>
        <div className={styles.frame}>
          <div className={styles.copy}>
            <CopyButton text={text} />
          </div>
          <pre
            className={styles.yaml}
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
            tabIndex={0}
            role="region"
            aria-label={title}
          >
            {text}
          </pre>
        </div>
      </AccordionPanel>
    </Accordion>
  );
}
