import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { RequestDetail } from '@caas/plugin-approvals-common';
import { FactList, LoadableView, Section } from '@caas/portal-ui';
import { useKindScreens } from '../../requestKinds';
import { approvalsTranslationRef } from '../../translation';
import styles from './PayloadSection.module.css';

/** What is asked for, as the kind's owner shows it, and why. */
export function PayloadSection({ request }: { request: RequestDetail }) {
  const { kind, tenant, payload, purpose } = request;
  const { t } = useTranslationRef(approvalsTranslationRef);
  const screens = useKindScreens(kind);
  return (
    <Section title={t('payload.title')}>
      <Flex direction="column" gap="4">
        <LoadableView loadable={screens}>
          {found =>
            found ? (
              <found.PayloadView tenant={tenant} payload={payload} />
            ) : (
              <PlainPayload payload={payload} />
            )
          }
        </LoadableView>
        <div>
          <Text as="h3" variant="body-small" color="secondary">
            {t('payload.purpose')}
          </Text>
          <Text as="p" className={styles.purpose}>
            {purpose}
          </Text>
        </div>
      </Flex>
    </Section>
  );
}

/** A payload whose kind has no view: its fields as they are. */
function PlainPayload({ payload }: Pick<RequestDetail, 'payload'>) {
  return (
    <FactList
      facts={Object.entries(payload).map(([label, value]) => ({
        label,
        value: typeof value === 'string' ? value : JSON.stringify(value),
      }))}
    />
  );
}
