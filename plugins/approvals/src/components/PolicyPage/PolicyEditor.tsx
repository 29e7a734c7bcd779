import { useMemo, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Select } from '@backstage/ui';
import type { DryRun } from '@caas/plugin-approvals-common';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import {
  CommandFailure,
  Section,
  useCommand,
  useErrorSentence,
} from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';
import { DifferenceTable } from './DifferenceTable';
import { placedProblem } from './policyPlace';
import { PolicyTextArea } from './PolicyTextArea';

const LIMITS = [50, 100, 500];

/**
 * Tries an edited policy on the last requests. It changes nothing: the policy is a file that is reviewed as code is, and
 * what was tried here is copied there.
 */
export function PolicyEditor(props: { text: string }) {
  const api = useApi(approvalsApiRef);
  const { t } = useTranslationRef(approvalsTranslationRef);
  const [text, setText] = useState(props.text);
  const [limit, setLimit] = useState(LIMITS[1]);
  const [result, setResult] = useState<DryRun>();
  const [tried, setTried] = useState<string>();
  const { state, run } = useCommand();
  const sentenceOf = useErrorSentence();
  const sentence = state.status === 'failed' ? sentenceOf(state.error) : '';
  // What was wrong with the text that was tried is not said of another one.
  const problem = useMemo(
    () => (tried === text ? placedProblem(sentence) : undefined),
    [tried, text, sentence],
  );
  const tryIt = () =>
    run(async () => {
      setResult(undefined);
      setTried(text);
      setResult(await api.policies.dryRun({ text, limit }));
    });
  return (
    <>
      <Section title={t('policy.edit')}>
        <Flex direction="column" gap="3">
          <PolicyTextArea value={text} onChange={setText} problem={problem} />
          {!placedProblem(sentence) && (
            <CommandFailure state={state} title={t('policy.tryFailed')} />
          )}
          <Flex gap="2" align="end">
            <Select
              label={t('policy.limit')}
              options={LIMITS.map(count => ({
                id: String(count),
                label: t('policy.lastRequests', { last: String(count) }),
              }))}
              value={String(limit)}
              onChange={key => setLimit(Number(key))}
            />
            <Button isPending={state.status === 'working'} onPress={tryIt}>
              {t('policy.try')}
            </Button>
          </Flex>
        </Flex>
      </Section>
      {result && (
        <Section title={t('policy.result')}>
          <DifferenceTable result={result} />
        </Section>
      )}
    </>
  );
}
