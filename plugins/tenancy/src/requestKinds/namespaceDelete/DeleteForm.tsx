import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex, TextField } from '@backstage/ui';
import type { RequestKindFormProps } from '@caas/plugin-approvals-react';
import type { Namespace } from '@caas/plugin-tenancy-common';
import { useTenancyWords } from '@caas/plugin-tenancy-react';
import { FieldFrame } from '@caas/portal-ui';
import { textIn } from '../shared/amountsDraft';
import { NamespaceChoice } from '../shared/NamespaceChoice';
import { requestKindsTranslationRef } from '../translation';
import styles from './DeleteForm.module.css';

/** Which namespace is deleted, what is lost with it, and its name once more. */
export function DeleteForm(props: RequestKindFormProps) {
  const { tenant, value, onChange, onDefault, errors } = props;
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const of = (namespace: Namespace | undefined) => ({
    namespace: namespace?.id ?? '',
    name: namespace?.name ?? '',
    confirmation: '',
  });
  return (
    <NamespaceChoice
      tenant={tenant}
      value={textIn(value, 'namespace')}
      onChange={namespace => onChange(of(namespace))}
      onDefault={namespace => onDefault(of(namespace))}
      isKnown={({ name }) => textIn(value, 'name') === name}
      problem={errors.namespace}
    >
      {namespace => (
        <Flex direction="column" gap="4">
          <Losses namespace={namespace} />
          <FieldFrame problem={errors.confirmation}>
            {field => (
              <TextField
                {...field}
                label={t('delete.confirm', { name: namespace.name })}
                secondaryLabel={t('form.required')}
                value={textIn(value, 'confirmation')}
                onChange={confirmation =>
                  onChange({ ...of(namespace), confirmation })
                }
                maxLength={63}
                autoComplete="off"
                spellCheck="false"
                isRequired
              />
            )}
          </FieldFrame>
        </Flex>
      )}
    </NamespaceChoice>
  );
}

function Losses({ namespace }: { namespace: Namespace }) {
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const words = useTenancyWords();
  const { environment, cluster, resources } = namespace;
  const amount = (
    dimension: 'cpuMillicores' | 'memoryBytes' | 'storageBytes',
  ) => words.amount(dimension, resources[dimension]);
  return (
    <Alert
      status="danger"
      icon
      title={t('delete.title', { name: namespace.name })}
      description={
        <ul className={styles.losses}>
          <li>
            {t('delete.objects', {
              environment: words.environment(environment),
              cluster,
            })}
          </li>
          <li>{t('delete.data', { storage: amount('storageBytes') })}</li>
          <li>
            {t('delete.share', {
              cpu: amount('cpuMillicores'),
              memory: amount('memoryBytes'),
            })}
          </li>
          <li>{t('delete.forGood')}</li>
        </ul>
      }
    />
  );
}
