import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, Flex, NumberField } from '@backstage/ui';
import type { DrainPodCause, DrainPreview } from '@caas/plugin-clusters-common';
import { actionsTranslationRef } from '../../actions/translation';

export type DrainChoice = {
  deleteEmptyDirData: boolean;
  force: boolean;
  gracePeriodSeconds?: number;
  timeoutMinutes: number;
};

const has = ({ pods }: DrainPreview, cause: DrainPodCause) =>
  pods.some(pod => pod.state === 'refused' && pod.cause === cause);

/** What has to be allowed before the node can be emptied, and is not yet. */
export function missingOf(
  preview: DrainPreview,
  choice: DrainChoice,
): DrainPodCause[] {
  const missing: DrainPodCause[] = [];
  if (has(preview, 'unmanaged') && !choice.force) missing.push('unmanaged');
  if (has(preview, 'empty-dir') && !choice.deleteEmptyDirData) {
    missing.push('empty-dir');
  }
  return missing;
}

/** How a node is emptied. What would be lost has to be allowed by name. */
export function DrainChoices(props: {
  preview: DrainPreview;
  choice: DrainChoice;
  onChange(choice: DrainChoice): void;
}) {
  const { preview, choice, onChange } = props;
  const { t } = useTranslationRef(actionsTranslationRef);
  return (
    <Flex direction="column" gap="3">
      {has(preview, 'empty-dir') && (
        <Checkbox
          isSelected={choice.deleteEmptyDirData}
          onChange={deleteEmptyDirData =>
            onChange({ ...choice, deleteEmptyDirData })
          }
        >
          {t('drain.allowEmptyDir')}
        </Checkbox>
      )}
      {has(preview, 'unmanaged') && (
        <Checkbox
          isSelected={choice.force}
          onChange={force => onChange({ ...choice, force })}
        >
          {t('drain.allowUnmanaged')}
        </Checkbox>
      )}
      <Flex gap="3">
        <NumberField
          label={t('drain.timeout')}
          value={choice.timeoutMinutes}
          minValue={1}
          maxValue={1440}
          onChange={timeoutMinutes => onChange({ ...choice, timeoutMinutes })}
        />
        <NumberField
          label={t('drain.grace')}
          description={t('drain.graceHelp')}
          value={choice.gracePeriodSeconds ?? NaN}
          minValue={0}
          maxValue={3600}
          onChange={seconds =>
            onChange({
              ...choice,
              gracePeriodSeconds: Number.isNaN(seconds) ? undefined : seconds,
            })
          }
        />
      </Flex>
    </Flex>
  );
}
