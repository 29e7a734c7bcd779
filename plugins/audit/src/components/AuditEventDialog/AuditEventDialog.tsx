import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
} from '@backstage/ui';
import type { AuditEvent } from '@caas/plugin-audit-common';
import { DateTime, FactList } from '@caas/portal-ui';
import { auditTranslationRef } from '../../translation';
import { Actor } from '../Actor';
import styles from './AuditEventDialog.module.css';

/** Everything that was recorded about one event. */
export function AuditEventDialog(props: {
  event: AuditEvent | undefined;
  onClose(): void;
}) {
  const { event, onClose } = props;
  const { t } = useTranslationRef(auditTranslationRef);
  return (
    <Dialog
      isOpen={Boolean(event)}
      isDismissable
      width="44rem"
      onOpenChange={isOpen => !isOpen && onClose()}
    >
      <DialogHeader>
        {event ? `${event.pluginId} · ${event.eventId}` : ''}
      </DialogHeader>
      <DialogBody>{event && <EventFacts event={event} />}</DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('details.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function EventFacts({ event }: { event: AuditEvent }) {
  const { t } = useTranslationRef(auditTranslationRef);
  const facts = Object.entries(event.facts);
  return (
    <Flex direction="column" gap="4">
      {event.error && (
        <Alert
          status="danger"
          icon
          title={t('details.error')}
          description={event.error}
        />
      )}
      <FactList
        facts={[
          { label: t('column.who'), value: <Actor actor={event.actor} /> },
          { label: t('filter.tenant'), value: event.tenant },
          { label: t('details.request'), value: event.request },
          { label: t('column.from'), value: event.ip },
          { label: t('details.userAgent'), value: event.userAgent },
          {
            label: t('details.started'),
            value: <DateTime value={event.startedAt} />,
          },
          {
            label: t('details.finished'),
            value: event.finishedAt && <DateTime value={event.finishedAt} />,
          },
          { label: t('details.id'), value: event.id },
        ]}
      />
      <Text as="h3" variant="title-x-small">
        {t('details.facts')}
      </Text>
      {facts.length === 0 ? (
        <Text color="secondary">{t('details.noFacts')}</Text>
      ) : (
        <FactList
          facts={facts.map(([name, value]) => ({
            label: name,
            value: <FactValue value={value} />,
          }))}
        />
      )}
    </Flex>
  );
}

function FactValue({ value }: { value: unknown }) {
  if (typeof value === 'string') return <>{value}</>;
  if (value === null || typeof value !== 'object') return <>{String(value)}</>;
  return <pre className={styles.json}>{JSON.stringify(value, null, 2)}</pre>;
}
