import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { nodeDrainPermission } from '@caas/plugin-clusters-common';
import { LoadableView, useLoadable } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { actionsTranslationRef } from '../../actions/translation';
import { ActionDialog, GuardedButton, useMay } from '../Actions';
import { DrainChoices, missingOf, type DrainChoice } from './DrainChoices';
import { DrainForecast } from './DrainForecast';

const START: DrainChoice = {
  deleteEmptyDirData: false,
  force: false,
  timeoutMinutes: 60,
};

/** Empties a node, after showing what will become of each of its pods. */
export function DrainAction(props: {
  cluster: string;
  node: string;
  onDone(): void;
}) {
  const { cluster, node, onDone } = props;
  const { t } = useTranslationRef(actionsTranslationRef);
  const api = useApi(clustersApiRef);
  const [isOpen, setIsOpen] = useState(false);
  const [choice, setChoice] = useState(START);
  const isAllowed = useMay(nodeDrainPermission);
  const preview = useLoadable(
    async () =>
      isOpen
        ? api.drains.preview({ cluster, node })
        : { pods: [], budgets: [] },
    [api, cluster, node, isOpen],
  );
  const isReady =
    preview.status === 'data' && missingOf(preview.data, choice).length === 0;
  return (
    <>
      <GuardedButton
        label={t('drain.action')}
        isAllowed={isAllowed}
        deniedHelp={t('node.denied')}
        destructive
        onPress={() => {
          setChoice(START);
          setIsOpen(true);
        }}
      />
      <ActionDialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('drain.title', { node })}
        place={{ cluster }}
        confirmLabel={t('drain.action')}
        destructive
        isReady={isReady}
        isReasonRequired
        doneMessage={t('drain.started', { node })}
        run={async reason => {
          const { timeoutMinutes, ...options } = choice;
          await api.drains.start({
            cluster,
            node,
            ...options,
            timeoutSeconds: timeoutMinutes * 60,
            // The dialog does not confirm without one.
            reason: reason!,
          });
          onDone();
        }}
      >
        <LoadableView loadable={preview}>
          {found => (
            <>
              <DrainForecast preview={found} />
              <DrainChoices
                preview={found}
                choice={choice}
                onChange={setChoice}
              />
            </>
          )}
        </LoadableView>
      </ActionDialog>
    </>
  );
}
