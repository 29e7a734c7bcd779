import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  nodeCordonPermission,
  type NodeDetail,
} from '@caas/plugin-clusters-common';
import { clustersApiRef } from '../../api';
import { actionsTranslationRef } from '../../actions/translation';
import { ActionDialog, GuardedButton, useMay } from '../Actions';

/** Closes a node for new pods, or opens it again. */
export function CordonAction(props: { node: NodeDetail; onDone(): void }) {
  const { node, onDone } = props;
  const { cluster, name, isSchedulable } = node;
  const { t } = useTranslationRef(actionsTranslationRef);
  const api = useApi(clustersApiRef);
  const [isOpen, setIsOpen] = useState(false);
  const isAllowed = useMay(nodeCordonPermission);
  const action = isSchedulable ? 'cordon' : 'uncordon';
  return (
    <>
      <GuardedButton
        label={t(`${action}.action`)}
        isAllowed={isAllowed}
        deniedHelp={t('node.denied')}
        onPress={() => setIsOpen(true)}
      />
      <ActionDialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t(`${action}.title`, { name })}
        place={{ cluster }}
        confirmLabel={t(`${action}.action`)}
        doneMessage={t(`${action}.done`, { name })}
        run={async reason => {
          await api.nodes[action]({ cluster, name, reason });
          onDone();
        }}
      >
        <Text as="p">{t(`${action}.question`)}</Text>
      </ActionDialog>
    </>
  );
}
