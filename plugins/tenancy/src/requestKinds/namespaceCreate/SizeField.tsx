import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Radio, RadioGroup, TextField } from '@backstage/ui';
import { parseCpu, parseMemory } from '@caas/plugin-tenancy-common';
import type { FieldErrors } from '@caas/plugin-approvals-react';
import {
  FieldFrame,
  formatBytes,
  formatCores,
  usePortalLanguage,
} from '@caas/portal-ui';
import { tenancyTranslationRef } from '../../translation';
import type { NamespaceDraft } from './namespaceDraft';
import { sizeOf, SIZES, type SizeId } from './sizes';

/** Chooses CPU and memory together, or each by itself. */
export function SizeField(props: {
  draft: NamespaceDraft;
  onChange(changes: Partial<NamespaceDraft>): void;
  errors: FieldErrors;
}) {
  const { draft, onChange, errors } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const language = usePortalLanguage();
  // Somebody who types '2' and '4Gi' is still at a custom size.
  const [isCustom, setIsCustom] = useState(sizeOf(draft) === 'custom');
  const size = isCustom ? 'custom' : sizeOf(draft);
  const choose = (id: SizeId) => {
    setIsCustom(id === 'custom');
    const preset = SIZES.find(candidate => candidate.id === id);
    if (preset) onChange({ cpu: preset.cpu, memory: preset.memory });
  };
  // A refusal must be seen at its field, also when the field is behind a preset.
  const showsAmounts = size === 'custom' || errors.cpu || errors.memory;
  return (
    <>
      <RadioGroup
        label={t('form.size')}
        value={size}
        onChange={id => choose(id as SizeId)}
      >
        {SIZES.map(({ id, cpu, memory }) => (
          <Radio key={id} value={id}>
            {t(`form.sizes.${id}`, {
              cpu: formatCores(parseCpu(cpu) ?? 0, language),
              memory: formatBytes(parseMemory(memory) ?? 0, language),
            })}
          </Radio>
        ))}
        <Radio value="custom">{t('form.sizes.custom')}</Radio>
      </RadioGroup>
      {showsAmounts && (
        <Flex gap="3">
          <AmountField
            label={t('form.cpu')}
            description={t('form.cpuHelp')}
            value={draft.cpu}
            onChange={cpu => onChange({ cpu })}
            problem={errors.cpu}
          />
          <AmountField
            label={t('form.memory')}
            description={t('form.memoryHelp')}
            value={draft.memory}
            onChange={memory => onChange({ memory })}
            problem={errors.memory}
          />
        </Flex>
      )}
    </>
  );
}

function AmountField(props: {
  label: string;
  description: string;
  value: string;
  onChange(value: string): void;
  problem?: string;
}) {
  const { problem, ...text } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  return (
    <FieldFrame problem={problem}>
      {field => (
        <TextField
          {...field}
          {...text}
          secondaryLabel={t('form.required')}
          autoComplete="off"
          isRequired
        />
      )}
    </FieldFrame>
  );
}
