import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Cell,
  CellText,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import type { PodContainer } from '@caas/plugin-clusters-common';
import { StatusTag, type StatusTone } from '@caas/portal-ui';
import { actionsTranslationRef } from '../../actions/translation';

/** The containers of a pod: how each is, and how its run before ended. */
export function ContainerTable(props: { containers: PodContainer[] }) {
  const { t } = useTranslationRef(actionsTranslationRef);
  return (
    <TableRoot aria-label={t('pod.containers')}>
      <TableHeader>
        <Column isRowHeader>{t('pod.container')}</Column>
        <Column>{t('pod.state')}</Column>
        <Column>{t('pod.restarts')}</Column>
        <Column>{t('pod.image')}</Column>
      </TableHeader>
      <TableBody>
        {props.containers.map(container => (
          <Row key={container.name} id={container.name}>
            <CellText
              title={container.name}
              description={container.isInit ? t('pod.init') : undefined}
            />
            <Cell>
              <StatusTag tone={toneOf(container)} label={container.state} />
              {container.message && <div>{container.message}</div>}
            </Cell>
            <CellText
              title={String(container.restarts)}
              description={
                container.previous &&
                t('pod.endedBefore', {
                  reason: container.previous.reason,
                  exitCode: String(container.previous.exitCode),
                })
              }
            />
            <CellText title={container.image} />
          </Row>
        ))}
      </TableBody>
    </TableRoot>
  );
}

function toneOf({ state, isReady }: PodContainer): StatusTone {
  if (state === 'Running') return isReady ? 'success' : 'warning';
  if (state === 'Completed') return 'neutral';
  const isOnItsWay = ['Waiting', 'ContainerCreating', 'PodInitializing'];
  return isOnItsWay.includes(state) ? 'info' : 'danger';
}
