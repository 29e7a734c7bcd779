import { useEffect, useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, ButtonLink, Flex, TextAreaField } from '@backstage/ui';
import type { RequestKindScreens } from '@caas/plugin-approvals-react';
import { TenantPicker } from '@caas/plugin-tenancy-react';
import { FieldFrame, MainAndSide, Section } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';
import { parseFieldErrors, type FormErrors } from './fieldErrors';
import { PreviewSection } from './PreviewSection';
import { NO_ERRORS, type RequestDraft } from './requestDraft';
import { usePreview, type Preview } from './usePreview';
import { useRequestForm, type InitialDraft } from './useRequestForm';

/** Where the first problem is: a text field, the button of a select, or what belongs to no field. */
const FIRST_PROBLEM =
  'input[aria-invalid], textarea[aria-invalid], [data-invalid] button, [role="alert"]';

/** The form that makes or revises a request, with what an approver would see of it beside. */
export function RequestForm(props: {
  kind: string;
  screens: RequestKindScreens;
  initial: InitialDraft;
  /** A revision stays with its tenant. */
  isTenantFixed?: boolean;
  submitLabel: string;
  cancelHref: string;
  onSubmit: (draft: RequestDraft) => Promise<void>;
}) {
  const { kind, screens, initial, onSubmit } = props;
  const { t } = useTranslationRef(approvalsTranslationRef);
  const form = useRequestForm({ initial, screens, send: onSubmit });
  const { draft, dispatch, refusals } = form;
  const { tenant, payload } = draft;
  const preview = usePreview(
    form.isPreviewable ? { kind, tenant, payload } : undefined,
    form.isSending,
  );
  const errors = withPreview(form.errors, preview, payload);
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusals === 0) return;
    element.current?.querySelector<HTMLElement>(FIRST_PROBLEM)?.focus();
  }, [refusals]);

  const { Form } = screens;
  return (
    <MainAndSide side={<PreviewSection preview={preview} />}>
      <form
        ref={element}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          form.submit();
        }}
      >
        <Section title={t('form.content')}>
          <Flex direction="column" gap="4">
            {errors.rest && (
              <Alert
                role="alert"
                tabIndex={-1}
                status="danger"
                icon
                title={t('form.refused')}
                description={errors.rest}
              />
            )}
            {!props.isTenantFixed && (
              <TenantPicker
                value={tenant}
                onChange={code => dispatch({ type: 'tenant', tenant: code })}
                errorMessage={errors.own.tenant}
              />
            )}
            {tenant && (
              <Form
                tenant={tenant}
                value={payload}
                onChange={value =>
                  dispatch({ type: 'payload', payload: value })
                }
                errors={errors.payload}
              />
            )}
            <FieldFrame problem={errors.own.purpose}>
              {field => (
                <TextAreaField
                  {...field}
                  label={t('form.purpose')}
                  secondaryLabel={t('form.required')}
                  description={t('form.purposeHelp')}
                  value={draft.purpose}
                  onChange={purpose => dispatch({ type: 'purpose', purpose })}
                  isRequired
                />
              )}
            </FieldFrame>
            <Flex gap="2" justify="end">
              <ButtonLink variant="secondary" href={props.cancelHref}>
                {t('form.cancel')}
              </ButtonLink>
              <Button type="submit" isPending={form.isSending}>
                {props.submitLabel}
              </Button>
            </Flex>
          </Flex>
        </Section>
      </form>
    </MainAndSide>
  );
}

/** Adds what the server finds while it looks at the payload, where nothing else is said about the field. */
function withPreview(
  errors: FormErrors,
  preview: Preview,
  payload: RequestDraft['payload'],
): FormErrors {
  const found =
    preview.status === 'error'
      ? parseFieldErrors(preview.error.message, Object.keys(payload))
      : NO_ERRORS;
  return { ...errors, payload: { ...found.payload, ...errors.payload } };
}
