import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import type { Evidence } from '@caas/plugin-approvals-common';
import { stringify } from 'yaml';
import { approvalsTranslationRef } from '../../translation';
import styles from './ObjectsView.module.css';

/** The exact objects, as YAML that a person could read beside the cluster's own. */
export function ObjectsView({ objects }: Pick<Evidence, 'objects'>) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  if (objects.length === 0) return null;
  const title = t('evidence.objects', { count: objects.length });
  return (
    <Accordion>
      <AccordionTrigger title={title} />
      <AccordionPanel>
        <pre
          className={styles.yaml}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
          tabIndex={0}
          role="region"
          aria-label={title}
        >
          {objects.map(object => stringify(object)).join('---\n')}
        </pre>
      </AccordionPanel>
    </Accordion>
  );
}
