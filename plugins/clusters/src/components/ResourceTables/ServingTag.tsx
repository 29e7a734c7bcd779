import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { ServingState } from '@caas/plugin-clusters-common';
import { StatusTag, type StatusTone } from '@caas/portal-ui';
import { resourcesTranslationRef } from '../../resources/translation';

const TONES: Record<ServingState, StatusTone> = {
  accepted: 'success',
  refused: 'danger',
  waiting: 'info',
};

/** Whether a controller serves it, and its sentence when it does not. */
export function ServingTag(props: { state: ServingState; reason?: string }) {
  const { t } = useTranslationRef(resourcesTranslationRef);
  return (
    <>
      <StatusTag
        tone={TONES[props.state]}
        label={t(`serving.${props.state}`)}
      />
      {props.reason && (
        <Text as="p" variant="body-small" color="secondary">
          {props.reason}
        </Text>
      )}
    </>
  );
}
