import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type {
  Drain,
  DrainPodState,
  DrainState,
} from '@caas/plugin-clusters-common';
import {
  DateTime,
  FactList,
  StatusTag,
  useBilingual,
  type StatusTone,
} from '@caas/portal-ui';
import { actionsTranslationRef } from '../../actions/translation';
import styles from './Drain.module.css';

const TONES: Record<DrainState, StatusTone> = {
  pending: 'info',
  draining: 'info',
  cancelling: 'warning',
  done: 'success',
  failed: 'danger',
  cancelled: 'neutral',
};

const POD_TONES: Record<DrainPodState, StatusTone> = {
  waiting: 'neutral',
  blocked: 'warning',
  evicting: 'info',
  gone: 'success',
  kept: 'neutral',
  refused: 'danger',
};

/** How far a drain is, and what has become of each pod. */
export function DrainProgress({ drain }: { drain: Drain }) {
  const { t } = useTranslationRef(actionsTranslationRef);
  const bilingual = useBilingual();
  const moving = drain.pods.filter(({ state }) => state !== 'kept');
  const gone = moving.filter(({ state }) => state === 'gone').length;
  return (
    <>
      <FactList
        facts={[
          {
            label: t('drain.state'),
            value: (
              <StatusTag
                tone={TONES[drain.state]}
                label={t(`drainState.${drain.state}`)}
              />
            ),
          },
          { label: t('drain.by'), value: drain.requestedBy },
          { label: t('drain.reason'), value: drain.reason },
          {
            label: t('drain.startedAt'),
            value: <DateTime value={drain.createdAt} relative />,
          },
        ]}
      />
      <Text as="p" role="status">
        {t('drain.progress', {
          gone: String(gone),
          all: String(moving.length),
        })}
      </Text>
      <Text as="p" color="secondary">
        {bilingual(drain.message)}
      </Text>
      {moving.length > 0 && (
        <ul className={styles.pods}>
          {moving.map(({ uid, namespace, name, state, message }) => (
            <li key={uid}>
              <StatusTag
                tone={POD_TONES[state]}
                label={t(`drainPodState.${state}`)}
              />{' '}
              <code>
                {namespace}/{name}
              </code>
              {message && <div>{message}</div>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
