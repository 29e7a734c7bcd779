import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Cell,
  CellText,
  Column,
  Flex,
  Link,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
  Text,
} from '@backstage/ui';
import type { InstancePlace } from '@caas/plugin-clusters-common';
import { Section } from '@caas/portal-ui';
import { actionsTranslationRef } from '../../actions/translation';
import { namespaceRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { WorkloadActions } from '../Actions';
import { WorkloadStateTag } from '../Tables/WorkloadStateTag';

/** A part of the page for each namespace that something of the entity runs in. */
export function InstancePlaces({ places }: { places: InstancePlace[] }) {
  return (
    <>
      {places.map(place => (
        <Place key={`${place.cluster}/${place.namespace}`} place={place} />
      ))}
    </>
  );
}

function Place({ place }: { place: InstancePlace }) {
  const { cluster, namespace, podCount, readyPodCount, restarts } = place;
  const { t } = useTranslationRef(actionsTranslationRef);
  const toNamespace = useRouteRef(namespaceRouteRef);
  const title = t('instances.place', { namespace, cluster });
  const states = Object.entries(place.podStates)
    .map(([state, count]) => `${state} ${count}`)
    .join(', ');
  return (
    <Section
      title={title}
      actions={
        <Link href={toNamespace?.({ cluster, namespace }) ?? ''}>
          {namespace}
        </Link>
      }
    >
      <Flex direction="column" gap="2">
        <Text as="p">
          {t('instances.ready', {
            ready: String(readyPodCount),
            all: String(podCount),
          })}
          {restarts > 0 && ` · ${t('instances.restarts', { count: restarts })}`}
        </Text>
        {states && (
          <Text as="p" color="secondary">
            {t('instances.states', { states })}
          </Text>
        )}
        {place.workloads.length > 0 && (
          <Workloads place={place} label={title} />
        )}
      </Flex>
    </Section>
  );
}

function Workloads(props: { place: InstancePlace; label: string }) {
  const { place, label } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { t: a } = useTranslationRef(actionsTranslationRef);
  return (
    <TableRoot aria-label={label}>
      <TableHeader>
        <Column isRowHeader>{t('workload.name')}</Column>
        <Column>{t('workload.state')}</Column>
        <Column>{t('workload.ready')}</Column>
        <Column>{t('workload.images')}</Column>
        <Column>{a('action.column')}</Column>
      </TableHeader>
      <TableBody>
        {place.workloads.map(workload => (
          <Row
            key={`${workload.kind}/${workload.name}`}
            id={`${workload.kind}/${workload.name}`}
          >
            <CellText title={workload.name} description={workload.kind} />
            <Cell>
              <WorkloadStateTag state={workload.state} />
            </Cell>
            <CellText title={`${workload.ready}/${workload.desired}`} />
            <CellText title={workload.images.join(', ')} />
            <Cell>
              <WorkloadActions workload={workload} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </TableRoot>
  );
}
