import { useEffect, useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  RequestKindPart,
  RequestKindScreens,
} from '@caas/plugin-approvals-react';
import { useBilingual, useErrorSentence } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';
import { errorsWithPreview, isAnyOf, type FormErrors } from './fieldErrors';
import { focusFirstProblem } from './focusFirstProblem';
import { LeaveDialog } from './LeaveDialog';
import { PartStep } from './PartStep';
import { PreviewSections } from './PreviewSections';
import { payloadField, payloadToSend } from './requestDraft';
import { RestoredNote } from './RestoredNote';
import { ReviewStep } from './ReviewStep';
import { clearDraft } from './storedDraft';
import { usePreview } from './usePreview';
import {
  useRequestForm,
  type InitialDraft,
  type Submission,
} from './useRequestForm';
import { useStepParam } from './useStepParam';
import { WizardFrame, type StepMemory, type WizardStep } from './WizardFrame';

/** The step after the kind's own pages. */
const REVIEW = 'review';

/** What the form of a new request and that of a revision have in common. */
export type RequestWizardProps = {
  kind: string;
  tenant: string;
  screens: RequestKindScreens;
  initial: InitialDraft;
  storageKey: string;
  /** The returned request that is asked for again. */
  revises?: string;
  /** What comes before the kind's own pages. */
  before?: { step: WizardStep; onBack(): void };
  memory: StepMemory;
  submitLabel: string;
  cancelHref: string;
  onSubmit(submission: Submission): Promise<void>;
  /** Called when the draft was thrown away, to begin anew. */
  onStartOver(): void;
};

/** The pages of a kind's form, then the review of everything. */
export function RequestWizard(props: RequestWizardProps) {
  const { kind, tenant, screens, before, storageKey, revises } = props;
  const { parts } = screens;
  const { t } = useTranslationRef(approvalsTranslationRef);
  const bilingual = useBilingual();
  const sentenceOf = useErrorSentence();
  const [wanted, goTo] = useStepParam();
  const element = useRef<HTMLFormElement>(null);
  const seeksProblem = useRef(false);

  const showRefusal = (errors: FormErrors) => {
    seeksProblem.current = true;
    const part = parts.find(({ fields }) => isAnyOf(fields, errors.payload));
    if (part) goTo(part.id);
  };
  const form = useRequestForm({
    ...props,
    send: props.onSubmit,
    onRefused: showRefusal,
  });
  const { draft, dispatch, found, isSending } = form;
  const position = positionOf(wanted, parts, found);
  const part: RequestKindPart | undefined = parts[position];
  const payload = payloadToSend(draft.payload, screens);
  const preview = usePreview(
    isAnyOf(Object.keys(found.payload), found.payload)
      ? undefined
      : { kind, tenant, payload, ...(revises ? { revises } : {}) },
    isSending,
  );
  const errors = errorsWithPreview(
    form.errors,
    preview,
    draft.payload,
    sentenceOf,
  );

  // Fields may come after what they need has loaded, so every render is a chance to get there.
  useEffect(() => {
    if (seeksProblem.current && focusFirstProblem(element.current)) {
      seeksProblem.current = false;
    }
  });

  const submit = () => {
    const isFine = part
      ? !isAnyOf(part.fields, found.payload)
      : !found.own.purpose;
    dispatch({
      type: 'attempt',
      fields: part ? part.fields.map(payloadField) : ['purpose'],
    });
    seeksProblem.current = !isFine;
    if (!isFine) return;
    if (part) goTo(parts[position + 1]?.id ?? REVIEW);
    else form.submit();
  };
  const back =
    position > 0 ? () => goTo(parts[position - 1].id) : before?.onBack;
  const startOver = () => {
    clearDraft(storageKey);
    props.onStartOver();
  };

  return (
    <WizardFrame
      steps={[
        ...(before ? [before.step] : []),
        ...parts.map(({ id, title }) => ({ id, title: bilingual(title) })),
        { id: REVIEW, title: t('wizard.review') },
      ]}
      current={part?.id ?? REVIEW}
      memory={props.memory}
      side={
        <PreviewSections
          preview={preview}
          isReview={!part}
          withoutGauges={part?.showsGauges}
        />
      }
    >
      {form.isRestored && <RestoredNote onStartOver={startOver} />}
      <form
        ref={element}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          submit();
        }}
      >
        {part ? (
          <PartStep
            part={part}
            tenant={tenant}
            value={draft.payload}
            onChange={next => dispatch({ type: 'payload', payload: next })}
            onDefault={next => dispatch({ type: 'default', payload: next })}
            errors={errors.payload}
            refusal={errors.rest}
            cancelHref={props.cancelHref}
            onBack={back}
          />
        ) : (
          <ReviewStep
            screens={screens}
            tenant={tenant}
            payload={payload}
            purpose={draft.purpose}
            onPurpose={purpose => dispatch({ type: 'purpose', purpose })}
            preview={preview}
            errors={errors}
            isSending={isSending}
            submitLabel={props.submitLabel}
            cancelHref={props.cancelHref}
            onBack={() => goTo(parts[parts.length - 1].id)}
            onEdit={goTo}
          />
        )}
      </form>
      <LeaveDialog
        isEdited={draft.isEdited}
        onDiscard={() => clearDraft(storageKey)}
      />
    </WizardFrame>
  );
}

/** The step that was asked for, but none after one that is not filled in. */
function positionOf(
  wanted: string | null,
  parts: readonly RequestKindPart[],
  found: FormErrors,
): number {
  const asked =
    wanted === REVIEW
      ? parts.length
      : Math.max(
          0,
          parts.findIndex(({ id }) => id === wanted),
        );
  const unfinished = parts.findIndex(({ fields }) =>
    isAnyOf(fields, found.payload),
  );
  return unfinished === -1 ? asked : Math.min(asked, unfinished);
}
