import { useEffect, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex } from '@backstage/ui';
import type { RequestKind } from '@caas/plugin-approvals-common';
import { TenantPicker } from '@caas/plugin-tenancy-react';
import { Section } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';
import { focusFirstProblem } from './focusFirstProblem';
import { KindCards } from './KindCards';
import { WizardButtons } from './WizardButtons';

/** The first step: what the person needs, and for which tenant. */
export function KindStep(props: {
  kinds: RequestKind[];
  kind: string;
  tenant: string;
  cancelHref: string;
  onChange(choice: { kind?: string; tenant?: string }): void;
  onNext(): void;
}) {
  const { kinds, kind, tenant, cancelHref, onChange, onNext } = props;
  const { t } = useTranslationRef(approvalsTranslationRef);
  const [attempts, setAttempts] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (attempts > 0) focusFirstProblem(form.current);
  }, [attempts]);
  const isAttempted = attempts > 0;
  return (
    <form
      ref={form}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        if (kind && tenant) onNext();
        else setAttempts(count => count + 1);
      }}
    >
      <Section title={t('kinds.choose')}>
        <Flex direction="column" gap="4">
          <KindCards
            kinds={kinds}
            value={kind}
            onChange={next => onChange({ kind: next })}
            problem={isAttempted && !kind ? t('kinds.missing') : undefined}
          />
          <TenantPicker
            value={tenant}
            onChange={code => onChange({ tenant: code })}
            errorMessage={
              isAttempted && !tenant ? t('form.tenantMissing') : undefined
            }
          />
          <WizardButtons cancelHref={cancelHref}>
            <Button type="submit">{t('wizard.next')}</Button>
          </WizardButtons>
        </Flex>
      </Section>
    </form>
  );
}
