import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Flex,
  PasswordField,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import { CommandFailure, FieldFrame, Section } from '@caas/portal-ui';
import { registrationTranslationRef } from '../../registration/translation';
import { ConnectionChecks } from './ConnectionChecks';
import { useProblem } from './useProblem';
import type { RegistrationForm } from './useRegistrationForm';

/** How a cluster is reached, and whether it can be. */
export function ConnectionFields(props: {
  form: RegistrationForm;
  /** An empty token keeps the one that is stored, as long as the address stays. */
  keepsToken: boolean;
  isOtherAddress: boolean;
}) {
  const { form, keepsToken, isOtherAddress } = props;
  const { t } = useTranslationRef(registrationTranslationRef);
  const problem = useProblem(form);
  const { draft, change, test, testState } = form;
  const tokenProblem = problem('token');
  return (
    <Section title={t('part.connection')}>
      <Flex direction="column" gap="4">
        <FieldFrame problem={problem('url')}>
          {field => (
            <TextField
              {...field}
              label={t('field.url')}
              secondaryLabel={t('field.required')}
              description={t('field.urlHelp')}
              value={draft.url}
              onChange={url => change({ url })}
              autoComplete="off"
              spellCheck="false"
              isRequired
            />
          )}
        </FieldFrame>
        <FieldFrame problem={problem('ca')}>
          {field => (
            <TextAreaField
              {...field}
              label={t('field.ca')}
              description={t('field.caHelp')}
              value={draft.ca}
              onChange={ca => change({ ca })}
              rows={6}
              spellCheck="false"
            />
          )}
        </FieldFrame>
        <FieldFrame
          problem={
            tokenProblem && isOtherAddress
              ? t('problem.tokenOfAddress')
              : tokenProblem
          }
        >
          {field => (
            <PasswordField
              {...field}
              label={t('field.token')}
              secondaryLabel={keepsToken ? undefined : t('field.required')}
              description={t(
                keepsToken ? 'field.tokenKept' : 'field.tokenHelp',
              )}
              value={draft.token}
              onChange={token => change({ token })}
              autoComplete="new-password"
              isRequired={!keepsToken}
            />
          )}
        </FieldFrame>
        <Flex>
          <Button
            variant="secondary"
            // Enter tests what was not tested, and saves the rest.
            type={form.canSave ? 'button' : 'submit'}
            onPress={form.canSave ? form.runTest : undefined}
            isPending={testState.status === 'working'}
          >
            {t('action.test')}
          </Button>
        </Flex>
        <CommandFailure state={testState} title={t('test.failed')} />
        {test && <ConnectionChecks test={test} />}
      </Flex>
    </Section>
  );
}
