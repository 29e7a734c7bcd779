import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, SearchField, Select, Switch } from '@backstage/ui';
import type { PodContainer } from '@caas/plugin-clusters-common';
import { actionsTranslationRef } from '../../actions/translation';

const TAILS = [100, 1000, 5000];
const SINCE = [
  { seconds: 300, key: 'log.sinceMinutes', count: 5 },
  { seconds: 3600, key: 'log.sinceHours', count: 1 },
  { seconds: 86_400, key: 'log.sinceHours', count: 24 },
] as const;
const BEGINNING = 'beginning';

/** What a person chose to see of a log. */
export type LogChoice = {
  container: string;
  tailLines: number;
  sinceSeconds?: number;
  previous: boolean;
  follow: boolean;
  withTimes: boolean;
  isWrapped: boolean;
  text: string;
};

/** Chooses which part of which log is shown, and how. */
export function LogControls(props: {
  containers: PodContainer[];
  choice: LogChoice;
  onChange(choice: LogChoice): void;
}) {
  const { containers, choice, onChange } = props;
  const { t } = useTranslationRef(actionsTranslationRef);
  const change = (part: Partial<LogChoice>) => onChange({ ...choice, ...part });
  const container = containers.find(({ name }) => name === choice.container);
  return (
    <Flex direction="column" gap="3" mb="3">
      <Flex gap="3" align="end" style={{ flexWrap: 'wrap' }}>
        <Select
          label={t('log.container')}
          value={choice.container}
          onChange={key => change({ container: String(key), previous: false })}
          options={containers.map(({ name }) => ({ id: name, label: name }))}
        />
        <Select
          label={t('log.tail')}
          value={String(choice.tailLines)}
          onChange={key => change({ tailLines: Number(key) })}
          options={TAILS.map(count => ({
            id: String(count),
            label: t('log.tailOf', { lines: String(count) }),
          }))}
        />
        <Select
          label={t('log.since')}
          value={String(choice.sinceSeconds ?? BEGINNING)}
          onChange={key =>
            change({
              sinceSeconds: key === BEGINNING ? undefined : Number(key),
            })
          }
          options={[
            { id: BEGINNING, label: t('log.sinceAll') },
            ...SINCE.map(({ seconds, key, count }) => ({
              id: String(seconds),
              label: t(key, { number: String(count) }),
            })),
          ]}
        />
        <SearchField
          label={t('log.search')}
          value={choice.text}
          onChange={text => change({ text })}
        />
      </Flex>
      <Flex gap="4" style={{ flexWrap: 'wrap' }}>
        <Switch
          label={t('log.follow')}
          isSelected={choice.follow}
          onChange={follow => change({ follow, previous: false })}
        />
        <Switch
          label={t('log.previous')}
          isSelected={choice.previous}
          isDisabled={!container?.previous}
          onChange={previous =>
            change({ previous, follow: previous ? false : choice.follow })
          }
        />
        <Switch
          label={t('log.times')}
          isSelected={choice.withTimes}
          onChange={withTimes => change({ withTimes })}
        />
        <Switch
          label={t('log.wrap')}
          isSelected={choice.isWrapped}
          onChange={isWrapped => change({ isWrapped })}
        />
      </Flex>
    </Flex>
  );
}
