import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import {
  LABELS,
  nodeLabelPermission,
  nodeTaintPermission,
  type NodeDetail,
} from '@caas/plugin-clusters-common';
import { clustersApiRef } from '../../api';
import { actionsTranslationRef } from '../../actions/translation';
import { ActionDialog, GuardedButton, useMay } from '../Actions';
import {
  entriesOfLabels,
  entriesOfTaints,
  labelChanges,
  taintChanges,
  type Entry,
} from './entries';
import { EntryRows } from './EntryRows';

/** Changes the labels or the taints of a node. */
export function EntriesAction(props: {
  node: NodeDetail;
  of: 'labels' | 'taints';
  onDone(): void;
}) {
  const { node, of, onDone } = props;
  const { cluster, name } = node;
  const { t } = useTranslationRef(actionsTranslationRef);
  const api = useApi(clustersApiRef);
  const [isOpen, setIsOpen] = useState(false);
  const [before, setBefore] = useState<Entry[]>([]);
  const [after, setAfter] = useState<Entry[]>([]);
  const isAllowed = useMay(
    of === 'labels' ? nodeLabelPermission : nodeTaintPermission,
  );
  const open = () => {
    const entries =
      of === 'labels' ? entriesOfLabels(node) : entriesOfTaints(node);
    setBefore(entries);
    setAfter(entries);
    setIsOpen(true);
  };
  const changes =
    of === 'labels' ? labelChanges(before, after) : taintChanges(before, after);
  const drivesAway =
    of === 'taints' &&
    taintChanges(before, after).some(
      ({ effect, to }) => effect === 'NoExecute' && to !== null,
    );
  return (
    <>
      <GuardedButton
        label={t(`${of}.action`)}
        isAllowed={isAllowed}
        deniedHelp={t('node.denied')}
        onPress={open}
      />
      <ActionDialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t(`${of}.title`, { name })}
        place={{ cluster }}
        confirmLabel={t('entry.save')}
        isReady={changes.length > 0}
        doneMessage={t(`${of}.done`, { name })}
        run={async reason => {
          if (of === 'labels') {
            const labels = labelChanges(before, after);
            await api.nodes.label({ cluster, name, changes: labels, reason });
          } else {
            const taints = taintChanges(before, after);
            await api.nodes.taint({ cluster, name, changes: taints, reason });
          }
          onDone();
        }}
      >
        <EntryRows
          entries={after}
          effect={of === 'taints' ? 'NoSchedule' : undefined}
          onChange={setAfter}
        />
        {changes.some(({ key }) => key === LABELS.partition) && (
          <Alert
            role="status"
            status="warning"
            icon
            title={t(`${of}.partition`)}
          />
        )}
        {drivesAway && (
          <Alert
            role="status"
            status="danger"
            icon
            title={t('taints.drivesAway')}
          />
        )}
      </ActionDialog>
    </>
  );
}
