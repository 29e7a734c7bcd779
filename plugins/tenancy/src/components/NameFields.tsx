import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import { FieldFrame } from '@caas/portal-ui';
import type { DraftForm } from '../forms/useDraft';
import { manageTranslationRef } from '../manage/translation';

const LONGEST_CODE = 30;
const LONGEST_NAME = 100;

type Named = { name: string; nameEn: string };

/** The code of something new: short, and for good. */
export function CodeField(props: {
  form: DraftForm<{ code: string }>;
  example: string;
}) {
  const { form, example } = props;
  const { t } = useTranslationRef(manageTranslationRef);
  return (
    <FieldFrame problem={form.isWrong('code') ? t('problem.code') : undefined}>
      {field => (
        <TextField
          {...field}
          label={t('field.code')}
          secondaryLabel={t('form.required')}
          description={t('field.codeHelp', { example })}
          value={form.draft.code}
          onChange={code => form.change({ code })}
          maxLength={LONGEST_CODE}
          autoComplete="off"
          isRequired
        />
      )}
    </FieldFrame>
  );
}

/** The Chinese and the English name of something. */
export function NameFields(props: {
  form: DraftForm<Named>;
  /** Why a name cannot be changed here. */
  fixed?: Partial<Record<keyof Named, string>>;
}) {
  const { form, fixed = {} } = props;
  const { t } = useTranslationRef(manageTranslationRef);
  return (
    <>
      {(['name', 'nameEn'] as const).map(name => (
        <FieldFrame
          key={name}
          problem={form.isWrong(name) ? t('problem.name') : undefined}
        >
          {field => (
            <TextField
              {...field}
              label={t(`field.${name}`)}
              secondaryLabel={t('form.required')}
              description={fixed[name]}
              value={form.draft[name]}
              onChange={value => form.change({ [name]: value })}
              maxLength={LONGEST_NAME}
              autoComplete="off"
              isDisabled={fixed[name] !== undefined}
              isRequired
            />
          )}
        </FieldFrame>
      ))}
    </>
  );
}
