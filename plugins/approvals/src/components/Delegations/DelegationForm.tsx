import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { toastApiRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Combobox, DatePicker, Flex, TextField } from '@backstage/ui';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import type { PersonOption } from '@caas/plugin-tenancy-react';
import { CommandFailure, FieldFrame, useCommand } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';
import styles from './DelegationForm.module.css';
import { checkDelegation, initialDelegation, toInput } from './delegationDraft';

const TOAST_MILLISECONDS = 5000;

/** Lets somebody decide for the person who fills it in, from the first day to the end of the last. */
export function DelegationForm(props: {
  people: PersonOption[];
  onCreated: () => void;
}) {
  const { people, onCreated } = props;
  const api = useApi(approvalsApiRef);
  const toasts = useApi(toastApiRef);
  const { t } = useTranslationRef(approvalsTranslationRef);
  const [draft, setDraft] = useState(initialDelegation);
  const [isAttempted, setIsAttempted] = useState(false);
  const { state, run } = useCommand();
  const found = checkDelegation(draft);
  const problems = isAttempted ? found : {};
  const change = (part: Partial<typeof draft>) =>
    setDraft(before => ({ ...before, ...part }));

  const submit = async () => {
    setIsAttempted(true);
    if (Object.keys(found).length > 0) return;
    await run(async () => {
      await api.delegations.create(toInput(draft));
      toasts.post({
        title: t('delegation.created'),
        status: 'success',
        timeout: TOAST_MILLISECONDS,
      });
      setDraft(initialDelegation());
      setIsAttempted(false);
      onCreated();
    });
  };

  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <Flex direction="column" gap="3">
        <CommandFailure state={state} title={t('delegation.failed')} />
        <FieldFrame
          problem={problems.delegate && t(`delegation.${problems.delegate}`)}
        >
          {field => (
            <Combobox
              {...field}
              label={t('delegation.delegate')}
              description={t('delegation.delegateHelp')}
              options={people.map(({ id, label }) => ({ id, label }))}
              value={draft.delegate}
              onChange={key =>
                change({ delegate: key === null ? null : String(key) })
              }
            />
          )}
        </FieldFrame>
        <FieldFrame
          problem={problems.period && t(`delegation.${problems.period}`)}
        >
          {field => (
            <div className={styles.period}>
              <DatePicker
                {...field}
                label={t('delegation.firstDay')}
                value={draft.firstDay}
                onChange={firstDay => change({ firstDay })}
              />
              <DatePicker
                {...field}
                label={t('delegation.lastDay')}
                value={draft.lastDay}
                onChange={lastDay => change({ lastDay })}
              />
            </div>
          )}
        </FieldFrame>
        <FieldFrame
          problem={problems.reason && t(`delegation.${problems.reason}`)}
        >
          {field => (
            <TextField
              {...field}
              label={t('delegation.reason')}
              maxLength={500}
              value={draft.reason}
              onChange={reason => change({ reason })}
            />
          )}
        </FieldFrame>
        <Flex>
          <Button type="submit" isPending={state.status === 'working'}>
            {t('delegation.create')}
          </Button>
        </Flex>
      </Flex>
    </form>
  );
}
