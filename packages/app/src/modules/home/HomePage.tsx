import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Grid, Text } from '@backstage/ui';
import { PageFrame } from '@caas/portal-ui';
import { QuickActions } from './QuickActions';
import { RequestsPanel } from './RequestsPanel';
import { TenantUsePanel } from './TenantUsePanel';
import { homeTranslationRef } from './translation';
import { useMyName } from './useMyName';

/** The workbench of the person who is signed in. */
export function HomePage() {
  const { t } = useTranslationRef(homeTranslationRef);
  const name = useMyName();
  return (
    <PageFrame title={t('greeting', { name })} actions={<QuickActions />}>
      <Text as="p" color="secondary">
        {t('subtitle')}
      </Text>
      <Grid.Root columns={{ initial: '1', md: '2' }} gap="4">
        <Grid.Item>
          <RequestsPanel view="to-decide" />
        </Grid.Item>
        <Grid.Item>
          <RequestsPanel view="mine" />
        </Grid.Item>
      </Grid.Root>
      <TenantUsePanel />
    </PageFrame>
  );
}
