import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, TextAreaField } from '@backstage/ui';
import type { RequestPayload } from '@caas/plugin-approvals-common';
import type {
  RequestKindPart,
  RequestKindScreens,
} from '@caas/plugin-approvals-react';
import { FieldFrame, Section, useBilingual } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';
import { ObjectsView } from '../Evidence';
import type { FormErrors } from './fieldErrors';
import { Refusal } from './Refusal';
import type { Preview } from './usePreview';
import { WizardButtons } from './WizardButtons';

/** The last step: everything at once, what it is for, and the objects that would be made. */
export function ReviewStep(props: {
  screens: RequestKindScreens;
  tenant: string;
  payload: RequestPayload;
  purpose: string;
  onPurpose(purpose: string): void;
  preview: Preview;
  errors: FormErrors;
  isSending: boolean;
  submitLabel: string;
  cancelHref: string;
  onBack(): void;
  onEdit(part: string): void;
}) {
  const { screens, tenant, payload, preview, errors } = props;
  const { t } = useTranslationRef(approvalsTranslationRef);
  // The normal form says more than the draft: what holds now, and names instead of ids.
  const shown = preview.status === 'data' ? preview.data.payload : payload;
  const objects =
    preview.status === 'data' ? preview.data.evidence.objects : [];
  const { PayloadView } = screens;
  return (
    <Flex direction="column" gap="4">
      <Section
        title={t('payload.title')}
        actions={<EditButtons parts={screens.parts} onEdit={props.onEdit} />}
      >
        <PayloadView tenant={tenant} payload={shown} />
      </Section>
      {objects.length > 0 && (
        <Section title={t('evidence.objectsTitle')}>
          <ObjectsView objects={objects} isExpanded />
        </Section>
      )}
      <Section title={t('wizard.last')}>
        <Flex direction="column" gap="4">
          <Refusal message={errors.rest} />
          <FieldFrame problem={errors.own.purpose}>
            {field => (
              <TextAreaField
                {...field}
                label={t('form.purpose')}
                secondaryLabel={t('form.required')}
                description={t('form.purposeHelp')}
                value={props.purpose}
                onChange={props.onPurpose}
                isRequired
              />
            )}
          </FieldFrame>
          <WizardButtons cancelHref={props.cancelHref} onBack={props.onBack}>
            <Button type="submit" isPending={props.isSending}>
              {props.submitLabel}
            </Button>
          </WizardButtons>
        </Flex>
      </Section>
    </Flex>
  );
}

function EditButtons(props: {
  parts: readonly RequestKindPart[];
  onEdit(part: string): void;
}) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  const bilingual = useBilingual();
  return (
    <Flex gap="1" style={{ flexWrap: 'wrap' }} justify="end">
      {props.parts.map(({ id, title }) => (
        <Button
          key={id}
          size="small"
          variant="tertiary"
          onPress={() => props.onEdit(id)}
        >
          {t('wizard.edit', { part: bilingual(title) })}
        </Button>
      ))}
    </Flex>
  );
}
