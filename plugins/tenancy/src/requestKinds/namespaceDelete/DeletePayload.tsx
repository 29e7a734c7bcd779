import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { RequestKindPayloadProps } from '@caas/plugin-approvals-react';
import { FactList } from '@caas/portal-ui';
import { useNamespaceFacts } from '../shared/useNamespaceFacts';
import { requestKindsTranslationRef } from '../translation';

/** What shall be deleted. */
export function DeletePayload({ payload }: RequestKindPayloadProps) {
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const namespaceFacts = useNamespaceFacts();
  return (
    <Flex direction="column" gap="3">
      <FactList facts={namespaceFacts(payload)} />
      <Text as="p" color="danger">
        {t('delete.forGood')}
      </Text>
    </Flex>
  );
}
