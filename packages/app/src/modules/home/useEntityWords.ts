import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { homeTranslationRef } from './translation';

const KINDS = [
  'component',
  'api',
  'system',
  'domain',
  'resource',
  'template',
  'group',
  'user',
  'docs',
  'request',
  'tenant',
] as const;
const TYPES = [
  'service',
  'website',
  'library',
  'openapi',
  'database',
  'cache',
  'message-queue',
  'object-storage',
  'kubernetes-namespace',
] as const;
const LIFECYCLES = ['production', 'experimental', 'deprecated'] as const;

/** Words of the catalog in the person's language; a word that is not known stays as it is. */
export function useEntityWords() {
  const { t } = useTranslationRef(homeTranslationRef);
  return {
    kind: (kind: string) => (isOneOf(KINDS, kind) ? t(`kind.${kind}`) : kind),
    type: (type: string) => (isOneOf(TYPES, type) ? t(`type.${type}`) : type),
    lifecycle: (lifecycle: string) =>
      isOneOf(LIFECYCLES, lifecycle) ? t(`lifecycle.${lifecycle}`) : lifecycle,
  };
}

function isOneOf<T extends string>(
  known: readonly T[],
  value: string,
): value is T {
  return (known as readonly string[]).includes(value);
}
