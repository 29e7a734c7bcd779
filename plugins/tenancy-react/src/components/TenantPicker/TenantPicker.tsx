import { useEffect } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Select, Skeleton } from '@backstage/ui';
import { FieldFrame, useErrorSentence } from '@caas/portal-ui';
import { useAskableTenants, useTenancyWords } from '../../hooks';
import { tenancyReactTranslationRef } from '../../translation';

/** Above so many tenants the list gets a search field. */
const SEARCHABLE_FROM = 10;

/** @public */
export type TenantPickerProps = {
  /** Code of the chosen tenant; empty for none. */
  value: string;
  onChange(code: string): void;
  errorMessage?: string;
};

/**
 * Chooses one of the tenants for which the person may ask. The only one is chosen by itself.
 *
 * @public
 */
export function TenantPicker(props: TenantPickerProps) {
  const { value, onChange, errorMessage } = props;
  const { t } = useTranslationRef(tenancyReactTranslationRef);
  const words = useTenancyWords();
  const tenants = useAskableTenants();
  const sentenceOf = useErrorSentence();

  const codes =
    tenants.status === 'data' ? tenants.data.map(({ code }) => code) : [];
  const isKnown = codes.includes(value);
  const fitting = codes.length === 1 ? codes[0] : '';
  const mustChange = tenants.status === 'data' && !isKnown && value !== fitting;
  useEffect(() => {
    if (mustChange) onChange(fitting);
  }, [mustChange, fitting, onChange]);

  if (tenants.status === 'loading') return <Skeleton height={56} />;
  if (tenants.status !== 'data') {
    return (
      <Alert
        status="danger"
        icon
        title={t('picker.failed')}
        description={sentenceOf(tenants.error)}
        customActions={
          tenants.status === 'error' && (
            <Button size="small" variant="secondary" onPress={tenants.retry}>
              {t('picker.retry')}
            </Button>
          )
        }
      />
    );
  }
  if (codes.length === 0) {
    return (
      <Alert
        status="warning"
        icon
        title={t('picker.none')}
        description={t('picker.noneHelp')}
      />
    );
  }
  return (
    <FieldFrame problem={errorMessage}>
      {field => (
        <Select
          {...field}
          label={t('picker.label')}
          secondaryLabel={t('picker.required')}
          placeholder={t('picker.placeholder')}
          search={
            codes.length > SEARCHABLE_FROM
              ? { placeholder: t('picker.search') }
              : undefined
          }
          options={tenants.data.map(tenant => ({
            id: tenant.code,
            label: words.tenantName(tenant),
            description: tenant.code,
          }))}
          value={isKnown ? value : null}
          onChange={code => onChange(String(code ?? ''))}
          isRequired
        />
      )}
    </FieldFrame>
  );
}
