import { useMemo, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import { MAX_LOG_LINES, type PodDetail } from '@caas/plugin-clusters-common';
import {
  type Loadable,
  LoadableView,
  saveText,
  Section,
} from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { actionsTranslationRef } from '../../actions/translation';
import { LogControls, type LogChoice } from './LogControls';
import { asText, matching } from './logLinesState';
import { LogNotice } from './LogNotice';
import { LogView } from './LogView';
import { usePodLog, type LogState } from './usePodLog';

/** The log of a container of a pod: read once, or followed. */
export function PodLogSection({ pod }: { pod: PodDetail }) {
  const { t } = useTranslationRef(actionsTranslationRef);
  const api = useApi(clustersApiRef);
  const [choice, setChoice] = useState<LogChoice>(() => ({
    container: mainContainerOf(pod),
    tailLines: 1000,
    previous: false,
    follow: true,
    withTimes: false,
    isWrapped: true,
    text: '',
  }));
  const { cluster, namespace, name } = pod;
  const { container, tailLines, sinceSeconds, previous, follow } = choice;
  const state = usePodLog(api, {
    cluster,
    namespace,
    pod: name,
    container,
    tailLines,
    sinceSeconds,
    previous,
    follow,
  });
  const shown = useMemo(
    () => matching(state.log, choice.text),
    [state.log, choice.text],
  );
  const loadable = loadableOf(state);
  return (
    <Section
      title={t('log.title')}
      actions={
        <>
          {!follow && (
            <Button size="small" variant="secondary" onPress={state.reload}>
              {t('log.reload')}
            </Button>
          )}
          <Button
            size="small"
            variant="secondary"
            isDisabled={state.log.count === 0}
            onPress={() =>
              saveText(`${name}-${container}.log`, asText(state.log))
            }
          >
            {t('log.download')}
          </Button>
        </>
      }
    >
      <LogControls
        containers={pod.containerList}
        choice={choice}
        onChange={setChoice}
      />
      <LoadableView
        loadable={loadable}
        deniedHelp={t('log.denied')}
        empty={{
          when: log => log.count === 0 && !follow,
          title: t('log.empty'),
          description: t('log.emptyHelp'),
        }}
      >
        {log => (
          <Flex direction="column" gap="2">
            <LogNotice
              state={state}
              isFollowed={follow}
              hasDropped={log.next > MAX_LOG_LINES}
            />
            {choice.text && (
              <Text as="p" role="status" color="secondary">
                {shown.count === 0
                  ? t('log.noMatch', { text: choice.text })
                  : t('log.found', { count: shown.count })}
              </Text>
            )}
            <LogView
              // Another log begins at its end.
              key={`${container} ${previous}`}
              log={shown}
              text={choice.text}
              isWrapped={choice.isWrapped}
              withTimes={choice.withTimes}
              isFollowed={follow}
            />
          </Flex>
        )}
      </LoadableView>
    </Section>
  );
}

/** The one that does not run, if any: its log says why. Else the first that is no init container. */
function mainContainerOf({ containerList }: PodDetail): string {
  const main = containerList.filter(({ isInit }) => !isInit);
  const failing = main.find(({ isReady }) => !isReady);
  return (failing ?? main[0] ?? containerList[0])?.name ?? '';
}

function loadableOf(
  state: LogState & { reload(): void },
): Loadable<LogState['log']> {
  const { status, log, error, reload: retry } = state;
  if (status === 'loading') return { status };
  if (!error) return { status: 'data', data: log, retry, isRefreshing: false };
  // Who may not read logs is told the same as about a pod that is not there; the page shows that there is one.
  const isDenied = ['NotFoundError', 'NotAllowedError'].includes(error.name);
  return isDenied
    ? { status: 'denied', error }
    : { status: 'error', error, retry };
}
