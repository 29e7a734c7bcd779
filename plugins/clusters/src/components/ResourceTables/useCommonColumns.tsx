import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText } from '@backstage/ui';
import type { ServingState } from '@caas/plugin-clusters-common';
import { DateTime } from '@caas/portal-ui';
import { resourcesTranslationRef } from '../../resources/translation';
import { ServingTag } from './ServingTag';
import styles from './useCommonColumns.module.css';

/** Columns and cells that the tables of this folder share. */
export function useCommonColumns() {
  const { t } = useTranslationRef(resourcesTranslationRef);
  return {
    name: (label: string) => ({
      id: 'name',
      label,
      isRowHeader: true,
      cell: ({ name }: { name: string }) => <CellText title={name} />,
    }),
    nameAndClass: (label: string) => ({
      id: 'name',
      label,
      isRowHeader: true,
      cell: ({ name, className }: { name: string; className?: string }) => (
        <CellText title={name} description={className} />
      ),
    }),
    serving: {
      id: 'state',
      label: t('state'),
      cell: (served: { state: ServingState; reason?: string }) => (
        <Cell>
          <ServingTag state={served.state} reason={served.reason} />
        </Cell>
      ),
    },
    age: {
      id: 'age',
      label: t('age'),
      cell: ({ createdAt }: { createdAt?: string }) => (
        <Cell>{createdAt && <DateTime value={createdAt} relative />}</Cell>
      ),
    },
    /** Texts below each other; a word for none. */
    texts: (texts: string[], none: string = t('none')) => (
      <Cell className={styles.texts}>
        {texts.length === 0
          ? none
          : texts.map((text, index) => (
              <div key={`${index} ${text}`}>{text}</div>
            ))}
      </Cell>
    ),
  };
}
