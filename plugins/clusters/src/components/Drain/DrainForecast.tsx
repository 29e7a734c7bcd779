import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { DrainPod, DrainPreview } from '@caas/plugin-clusters-common';
import { actionsTranslationRef } from '../../actions/translation';
import styles from './Drain.module.css';

/** What will become of the pods of a node: those that go by the kind of what they belong to, and those that stay. */
export function DrainForecast({ preview }: { preview: DrainPreview }) {
  const { t } = useTranslationRef(actionsTranslationRef);
  const { pods, budgets } = preview;
  const kept = pods.filter(({ state }) => state === 'kept');
  const leaving = pods.filter(({ state }) => state !== 'kept');
  return (
    <div className={styles.forecast}>
      <Text as="p">
        {t('drain.forecast', {
          leaving: String(leaving.length),
          kept: String(kept.length),
        })}
      </Text>
      <ul>
        {byKind(leaving).map(([kind, of]) => (
          <li key={kind}>
            <details>
              <summary>
                {kind || t('drain.ofNobody')}: {of.length}
              </summary>
              <ul>
                {of.map(({ uid, namespace, name, cause }) => (
                  <li key={uid}>
                    <code>
                      {namespace}/{name}
                    </code>
                    {cause === 'empty-dir' && ` · ${t('drain.emptyDir')}`}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
      {budgets.length > 0 && (
        <>
          <Text as="p">{t('drain.budgets')}</Text>
          <ul>
            {budgets.map(({ namespace, name, allowed, pods: guarded }) => (
              <li key={`${namespace}/${name}`}>
                <code>
                  {namespace}/{name}
                </code>
                {': '}
                {t('drain.budget', {
                  pods: String(guarded),
                  allowed: String(allowed),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function byKind(pods: readonly DrainPod[]): [string, DrainPod[]][] {
  const kinds = new Map<string, DrainPod[]>();
  for (const pod of pods) {
    const kind = pod.workloadKind ?? '';
    kinds.set(kind, [...(kinds.get(kind) ?? []), pod]);
  }
  return [...kinds];
}
