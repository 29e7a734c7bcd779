import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex, Text } from '@backstage/ui';
import type { Stage } from '@caas/plugin-approvals-common';
import { PersonLink } from '@caas/plugin-tenancy-react';
import { DateTime, useBilingual } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';
import { DecisionList } from './DecisionList';
import { StageRule } from './StageRule';
import { StageStateTag } from './StageStateTag';
import styles from './StageList.module.css';

/** The stages of a decision in order: who may decide, and what they decided. */
export function StageList({ stages }: { stages: Stage[] }) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  if (stages.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t('stage.automatic')}
      </Text>
    );
  }
  return (
    <ol className={styles.stages}>
      {stages.map(stage => (
        <li key={stage.index}>
          <StageItem stage={stage} />
        </li>
      ))}
    </ol>
  );
}

function StageItem({ stage }: { stage: Stage }) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  const bilingual = useBilingual();
  const { title, state, rule, approvers, decisions, dueAt } = stage;
  const { standIns = [], escalatedAt, blockedAt } = stage;
  const isBlocked =
    state === 'open' && (approvers.length === 0 || Boolean(blockedAt));
  return (
    <Flex direction="column" gap="2">
      <Flex align="center" gap="2">
        <Text as="h3" variant="body-medium" weight="bold">
          {bilingual(title)}
        </Text>
        <StageStateTag state={state} />
      </Flex>
      <Text as="p" variant="body-small" color="secondary">
        <StageRule rule={rule} />
        {state === 'open' && dueAt && (
          <>
            {' · '}
            {t('stage.due')} <DateTime value={dueAt} relative />
          </>
        )}
      </Text>
      {isBlocked && (
        <Alert
          status="warning"
          icon
          title={t('stage.blocked')}
          description={t('stage.blockedHelp')}
        />
      )}
      {state === 'open' && escalatedAt && (
        <Text as="p" variant="body-small" color="warning">
          {t('stage.escalated')} <DateTime value={escalatedAt} relative />
        </Text>
      )}
      {approvers.length > 0 && (
        <Flex gap="3">
          <Text as="span" variant="body-small" color="secondary">
            {t('stage.approvers')}
          </Text>
          <ul className={styles.people} aria-label={t('stage.approvers')}>
            {approvers.map(person => (
              <li key={person}>
                <PersonLink person={person} />
                <StandIns
                  delegates={standIns
                    .filter(({ delegator }) => delegator === person)
                    .map(({ delegate }) => delegate)}
                />
              </li>
            ))}
          </ul>
        </Flex>
      )}
      <DecisionList decisions={decisions} />
    </Flex>
  );
}

/** Who decides for an approver who is away. */
function StandIns({ delegates }: { delegates: string[] }) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  return (
    <>
      {delegates.map(delegate => (
        <Text key={delegate} variant="body-small" color="secondary">
          {' '}
          {t('stage.standIn')} <PersonLink person={delegate} />
        </Text>
      ))}
    </>
  );
}
