import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, NumberField, Text } from '@backstage/ui';
import {
  workloadRestartPermission,
  workloadScalePermission,
  type Workload,
} from '@caas/plugin-clusters-common';
import { clustersApiRef } from '../../api';
import { actionsTranslationRef } from '../../actions/translation';
import { ActionDialog } from './ActionDialog';
import { GuardedButton } from './GuardedButton';
import { useMay } from './useMay';

const MOST_REPLICAS = 1000;

/** What a person does with a workload, in its row. */
export function WorkloadActions({ workload }: { workload: Workload }) {
  return (
    <Flex gap="1">
      <RestartAction workload={workload} />
      {workload.kind !== 'DaemonSet' && <ScaleAction workload={workload} />}
    </Flex>
  );
}

function RestartAction({ workload }: { workload: Workload }) {
  const { t } = useTranslationRef(actionsTranslationRef);
  const api = useApi(clustersApiRef);
  const [isOpen, setIsOpen] = useState(false);
  const { cluster, namespace, kind, name } = workload;
  const isAllowed = useMay(workloadRestartPermission, workload);
  return (
    <>
      <GuardedButton
        label={t('restart.action')}
        isAllowed={isAllowed}
        deniedHelp={t('restart.denied')}
        onPress={() => setIsOpen(true)}
      />
      <ActionDialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('restart.title', { kind, name })}
        place={{ cluster, namespace }}
        confirmLabel={t('restart.action')}
        doneMessage={t('restart.done', { name })}
        run={reason =>
          api.workloads.restart({ cluster, namespace, kind, name, reason })
        }
      >
        <Text as="p">
          {t('restart.question', { pods: String(workload.desired) })}
        </Text>
      </ActionDialog>
    </>
  );
}

function ScaleAction({ workload }: { workload: Workload }) {
  const { t } = useTranslationRef(actionsTranslationRef);
  const api = useApi(clustersApiRef);
  const [isOpen, setIsOpen] = useState(false);
  // What the person saw when they opened the dialog, whatever the table shows by now.
  const [from, setFrom] = useState(workload.desired);
  const [to, setTo] = useState(workload.desired);
  const { cluster, namespace, kind, name } = workload;
  const isAllowed = useMay(workloadScalePermission, workload);
  const open = () => {
    setFrom(workload.desired);
    setTo(workload.desired);
    setIsOpen(true);
  };
  return (
    <>
      <GuardedButton
        label={t('scale.action')}
        isAllowed={isAllowed}
        deniedHelp={t('scale.denied')}
        onPress={open}
      />
      <ActionDialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('scale.title', { kind, name })}
        place={{ cluster, namespace }}
        confirmLabel={t('scale.action')}
        destructive={to === 0}
        isReady={Number.isInteger(to) && to !== from}
        doneMessage={t('scale.done', { name, to: String(to) })}
        run={reason =>
          api.workloads.scale({
            cluster,
            namespace,
            kind,
            name,
            from,
            to,
            reason,
          })
        }
      >
        <NumberField
          label={t('scale.replicas')}
          description={t('scale.now', { replicas: String(from) })}
          value={to}
          onChange={setTo}
          minValue={0}
          maxValue={MOST_REPLICAS}
        />
        {to === 0 && (
          <Text as="p" role="status">
            {t('scale.stops')}
          </Text>
        )}
      </ActionDialog>
    </>
  );
}
