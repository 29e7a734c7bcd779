import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Cell,
  CellText,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
  Text,
} from '@backstage/ui';
import type { ApplySet } from '@caas/plugin-clusters-common';
import { StatusTag, type StatusTone } from '@caas/portal-ui';
import { clustersTranslationRef } from '../../translation';

type AppliedObject = ApplySet['objects'][number];

const TONES: Record<AppliedObject['state'], StatusTone> = {
  pending: 'neutral',
  applied: 'info',
  healthy: 'success',
  failed: 'danger',
  deleting: 'info',
};

/** The objects of an apply set, and what the cluster says of each: also to whom a field belongs that the portal wants. */
export function ObjectList({ objects }: { objects: AppliedObject[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  if (objects.length === 0) {
    return <Text color="secondary">{t('applySet.noObjects')}</Text>;
  }
  return (
    <TableRoot aria-label={t('applySet.objects')}>
      <TableHeader>
        <Column isRowHeader>{t('applySet.object')}</Column>
        <Column>{t('applySet.state')}</Column>
        <Column style={{ width: '45%' }}>{t('applySet.message')}</Column>
      </TableHeader>
      <TableBody>
        {objects.map(object => {
          const { apiVersion, kind, namespace, name, state, message } = object;
          const id = [apiVersion, kind, namespace, name].join('/');
          return (
            <Row key={id} id={id}>
              <CellText
                title={name}
                description={[kind, namespace].filter(Boolean).join(' · ')}
              />
              <Cell>
                <StatusTag
                  tone={TONES[state]}
                  label={t(`objectState.${state}`)}
                />
              </Cell>
              <Cell>{message}</Cell>
            </Row>
          );
        })}
      </TableBody>
    </TableRoot>
  );
}
