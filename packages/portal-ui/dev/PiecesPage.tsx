import { useApi } from '@backstage/core-plugin-api';
import {
  appLanguageApiRef,
  appThemeApiRef,
} from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import { PageFrame, Section, useBilingual } from '../src';
import { SAMPLES } from './samples';

/** All pieces below each other, in either language and theme. */
export function PiecesPage() {
  const language = useApi(appLanguageApiRef);
  const theme = useApi(appThemeApiRef);
  const say = useBilingual();
  return (
    <PageFrame
      title="@caas/portal-ui"
      actions={
        <Flex gap="2">
          <Button onPress={() => language.setLanguage('zh-CN')}>中文</Button>
          <Button onPress={() => language.setLanguage('en')}>English</Button>
          <Button onPress={() => theme.setActiveThemeId('light')}>☀</Button>
          <Button onPress={() => theme.setActiveThemeId('dark')}>☾</Button>
        </Flex>
      }
    >
      {SAMPLES.map(({ name, about, draw }) => (
        <Section key={name} title={name}>
          <Flex direction="column" gap="4">
            <Text color="secondary">{say(about)}</Text>
            <div>{draw()}</div>
          </Flex>
        </Section>
      ))}
    </PageFrame>
  );
}
