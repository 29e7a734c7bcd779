import { useApi } from '@backstage/core-plugin-api';
import { toastApiRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, Flex, Text } from '@backstage/ui';
import type { ClusterRegistration } from '@caas/plugin-clusters-common';
import { CommandFailure } from '@caas/portal-ui';
import { registrationTranslationRef } from '../../registration/translation';
import { ConnectionFields } from './ConnectionFields';
import { DescriptionFields } from './DescriptionFields';
import { needsToken } from './registrationDraft';
import { useRegistrationForm } from './useRegistrationForm';

/** A cluster to be registered, or one that is, to be changed. */
export function RegistrationForm(props: {
  registered?: ClusterRegistration;
  cancelHref: string;
  onSaved(name: string): void;
}) {
  const { registered, cancelHref, onSaved } = props;
  const { t } = useTranslationRef(registrationTranslationRef);
  const toasts = useApi(toastApiRef);
  const form = useRegistrationForm({
    registered,
    onSaved(name) {
      toasts.post({ title: t('save.done', { name }), status: 'success' });
      onSaved(name);
    },
  });
  const { canSave, saveState } = form;
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault();
        if (canSave) form.save();
        else form.runTest();
      }}
    >
      <Flex direction="column" gap="4">
        <DescriptionFields form={form} hasName={!registered} />
        <ConnectionFields
          form={form}
          keepsToken={registered !== undefined}
          isOtherAddress={needsToken(form.draft, registered)}
        />
        <CommandFailure state={saveState} title={t('save.failed')} />
        <Flex align="center" gap="3">
          <Button
            type={canSave ? 'submit' : 'button'}
            isDisabled={!canSave}
            isPending={saveState.status === 'working'}
          >
            {t('action.save')}
          </Button>
          <ButtonLink variant="secondary" href={cancelHref}>
            {t('action.cancel')}
          </ButtonLink>
          {!canSave && (
            <Text as="p" color="secondary">
              {t('test.first')}
            </Text>
          )}
        </Flex>
      </Flex>
    </form>
  );
}
