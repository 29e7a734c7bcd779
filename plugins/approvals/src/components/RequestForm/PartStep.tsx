import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex } from '@backstage/ui';
import type {
  RequestKindFormProps,
  RequestKindPart,
} from '@caas/plugin-approvals-react';
import { Section, useBilingual } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';
import { Refusal } from './Refusal';
import { WizardButtons } from './WizardButtons';

/** One page of the kind's own form. */
export function PartStep(
  props: RequestKindFormProps & {
    part: RequestKindPart;
    /** What the server said about no field. */
    refusal?: string;
    cancelHref: string;
    onBack?: () => void;
  },
) {
  const { part, refusal, cancelHref, onBack, ...form } = props;
  const { t } = useTranslationRef(approvalsTranslationRef);
  const bilingual = useBilingual();
  return (
    <Section title={bilingual(part.title)}>
      <Flex direction="column" gap="4">
        <Refusal message={refusal} />
        <part.Form {...form} />
        <WizardButtons cancelHref={cancelHref} onBack={onBack}>
          <Button type="submit">{t('wizard.next')}</Button>
        </WizardButtons>
      </Flex>
    </Section>
  );
}
