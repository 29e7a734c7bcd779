import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  payloadChanges,
  type RequestDetail,
} from '@caas/plugin-approvals-common';
import { FactList, Section } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';

/** What a revision asks for otherwise than the one before it: whoever returned it looks here first. */
export function ChangesSection({ request }: { request: RequestDetail }) {
  const { previous, payload } = request;
  const { t } = useTranslationRef(approvalsTranslationRef);
  if (!previous) return null;
  const changes = payloadChanges(previous.payload, payload);
  return (
    <Section
      title={t('changes.title', { revision: String(previous.revision) })}
    >
      {changes.length === 0 ? (
        <Text as="p" color="secondary">
          {t('changes.none')}
        </Text>
      ) : (
        <FactList
          facts={changes.map(({ path, before, after }) => ({
            label: path,
            value: (
              <>
                {before !== undefined && <del>{textOf(before)}</del>}
                {before !== undefined && after !== undefined && ' → '}
                {after !== undefined && <ins>{textOf(after)}</ins>}
              </>
            ),
          }))}
        />
      )}
    </Section>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
