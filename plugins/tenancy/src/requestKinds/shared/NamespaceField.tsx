import { useEffect } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import type { Namespace } from '@caas/plugin-tenancy-common';
import { useTenancyWords } from '@caas/plugin-tenancy-react';
import { FieldFrame } from '@caas/portal-ui';
import { requestKindsTranslationRef } from '../translation';

/** Above so many the list gets a search field. */
const SEARCHABLE_FROM = 10;

/** Chooses one of the namespaces of the tenant. The only one is chosen by itself. */
export function NamespaceField(props: {
  namespaces: Namespace[];
  /** Id of the chosen one; empty for none. */
  value: string;
  onChange(namespace: Namespace): void;
  /** Told what is chosen by itself or by an address, or nothing where what was chosen is not there. */
  onDefault(namespace: Namespace | undefined): void;
  /** Whether the form holds what it needs to know of the chosen one: an address names its id alone. */
  isKnown(namespace: Namespace): boolean;
  problem?: string;
}) {
  const { namespaces, value, onChange, onDefault, isKnown, problem } = props;
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const words = useTenancyWords();
  const chosen = namespaces.find(({ id }) => id === value);
  const only = namespaces.length === 1 ? namespaces[0] : undefined;
  const mustChange = chosen ? !isKnown(chosen) : Boolean(only) || value !== '';
  useEffect(() => {
    if (mustChange) onDefault(chosen ?? only);
  });
  return (
    <FieldFrame problem={problem}>
      {field => (
        <Select
          {...field}
          label={t('namespace.label')}
          secondaryLabel={t('form.required')}
          placeholder={t('namespace.choose')}
          search={
            namespaces.length > SEARCHABLE_FROM
              ? { placeholder: t('namespace.search') }
              : undefined
          }
          options={namespaces.map(({ id, name, cluster, environment }) => ({
            id,
            label: name,
            description: t('pool.name', {
              cluster,
              environment: words.environment(environment),
            }),
          }))}
          value={chosen ? value : null}
          onChange={id => {
            const next = namespaces.find(namespace => namespace.id === id);
            if (next) onChange(next);
          }}
          isRequired
        />
      )}
    </FieldFrame>
  );
}
