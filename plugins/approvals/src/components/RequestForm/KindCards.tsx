import { useId } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { RequestKind } from '@caas/plugin-approvals-common';
import { useBilingual } from '@caas/portal-ui';
import { useRequestKinds } from '../../requestKinds';
import { approvalsTranslationRef } from '../../translation';
import styles from './KindCards.module.css';

/** Chooses one of the kinds of request; the arrow keys go from one to the next. */
export function KindCards(props: {
  kinds: RequestKind[];
  value: string;
  onChange(kind: string): void;
  problem?: string;
}) {
  const { kinds, value, onChange, problem } = props;
  const { t } = useTranslationRef(approvalsTranslationRef);
  const bilingual = useBilingual();
  const extensions = useRequestKinds();
  const id = useId();
  return (
    <div
      role="radiogroup"
      aria-label={t('kinds.choose')}
      aria-required="true"
      aria-invalid={Boolean(problem)}
      aria-describedby={problem ? `${id}-problem` : undefined}
    >
      <div className={styles.cards}>
        {kinds.map(({ kind, title, description }) => (
          <label key={kind} className={styles.card}>
            <input
              type="radio"
              className={styles.radio}
              name={id}
              value={kind}
              checked={kind === value}
              onChange={() => onChange(kind)}
              aria-labelledby={`${id}-${kind}`}
              aria-describedby={`${id}-${kind}-description`}
            />
            <span className={styles.icon} aria-hidden="true">
              {extensions.find(known => known.kind === kind)?.icon}
            </span>
            <span className={styles.texts}>
              <Text weight="bold" id={`${id}-${kind}`}>
                {bilingual(title)}
              </Text>
              <Text
                variant="body-small"
                color="secondary"
                id={`${id}-${kind}-description`}
              >
                {bilingual(description)}
              </Text>
            </span>
          </label>
        ))}
      </div>
      {problem && (
        <Text
          as="p"
          id={`${id}-problem`}
          variant="body-small"
          color="danger"
          className={styles.problem}
        >
          {problem}
        </Text>
      )}
    </div>
  );
}
