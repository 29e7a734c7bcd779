import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RequestState } from '@caas/plugin-approvals-common';
import { StatusTag } from '@caas/portal-ui';
import { RiTimeLine } from '@remixicon/react';
import { approvalsReactTranslationRef } from '../../translation';
import { requestStateTone } from './requestStateTone';

/**
 * The state of a request as a tag: the same word and colour wherever requests are shown.
 *
 * @public
 */
export function RequestStateTag({ state }: { state: RequestState }) {
  const { t } = useTranslationRef(approvalsReactTranslationRef);
  return (
    <StatusTag
      tone={requestStateTone(state)}
      label={t(`state.${state}`)}
      // Nothing runs while people think.
      icon={state === 'pending' ? <RiTimeLine size={14} /> : undefined}
    />
  );
}
