import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Flex } from '@backstage/ui';
import { delegationsRouteRef, policyRouteRef } from '../../routes';
import { approvalsTranslationRef } from '../../translation';
import { NewRequestButton } from './NewRequestButton';

/** From the lists to everything else: the policy, who stands in for whom, and a new request. */
export function ListActions() {
  const { t } = useTranslationRef(approvalsTranslationRef);
  const policyHref = useRouteRef(policyRouteRef)?.();
  const delegationsHref = useRouteRef(delegationsRouteRef)?.();
  return (
    <Flex gap="2" align="center">
      {policyHref && (
        <ButtonLink variant="tertiary" href={policyHref}>
          {t('policy.title')}
        </ButtonLink>
      )}
      {delegationsHref && (
        <ButtonLink variant="tertiary" href={delegationsHref}>
          {t('delegation.title')}
        </ButtonLink>
      )}
      <NewRequestButton />
    </Flex>
  );
}
