import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, Text } from '@backstage/ui';
import { nodeDrainPermission, type Drain } from '@caas/plugin-clusters-common';
import { clustersApiRef } from '../../api';
import { actionsTranslationRef } from '../../actions/translation';
import { ActionDialog, GuardedButton, useMay } from '../Actions';

/** Stops a drain: pods that are not gone stay where they are. */
export function CancelDrain(props: { drain: Drain; onDone(): void }) {
  const { drain, onDone } = props;
  const { id, cluster, node } = drain;
  const { t } = useTranslationRef(actionsTranslationRef);
  const api = useApi(clustersApiRef);
  const [isOpen, setIsOpen] = useState(false);
  const [uncordon, setUncordon] = useState(true);
  const isAllowed = useMay(nodeDrainPermission);
  return (
    <>
      <GuardedButton
        label={t('drain.cancel')}
        isAllowed={isAllowed}
        deniedHelp={t('node.denied')}
        onPress={() => setIsOpen(true)}
      />
      <ActionDialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('drain.cancelTitle', { node })}
        place={{ cluster }}
        confirmLabel={t('drain.cancel')}
        doneMessage={t('drain.cancelled', { node })}
        run={async reason => {
          await api.drains.cancel({ cluster, id, uncordon, reason });
          onDone();
        }}
      >
        <Text as="p">{t('drain.cancelQuestion')}</Text>
        <Checkbox isSelected={uncordon} onChange={setUncordon}>
          {t('drain.cancelUncordon')}
        </Checkbox>
      </ActionDialog>
    </>
  );
}
