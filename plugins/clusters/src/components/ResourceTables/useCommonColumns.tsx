import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText } from '@backstage/ui';
import { DateTime } from '@caas/portal-ui';
import { resourcesTranslationRef } from '../../resources/translation';
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
