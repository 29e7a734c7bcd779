import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
} from '@backstage/ui';
import type { Namespace, NamespaceExport } from '@caas/plugin-tenancy-common';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import {
  CommandFailure,
  DateTime,
  formatBytes,
  LoadableView,
  saveText,
  useCommand,
  useLoadable,
  usePortalLanguage,
} from '@caas/portal-ui';
import { tenantsTranslationRef } from '../../tenants/translation';

/** What was kept of a namespace before it was deleted, to be downloaded. */
export function ExportsDialog(props: {
  namespace: Namespace;
  isOpen: boolean;
  onClose(): void;
}) {
  const { namespace, isOpen, onClose } = props;
  const { t } = useTranslationRef(tenantsTranslationRef);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      width={560}
    >
      <DialogHeader>{t('export.title', { name: namespace.name })}</DialogHeader>
      <DialogBody>
        <Exports namespace={namespace} />
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('export.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

/** Only there while the dialog is open, so that nothing is asked for before. */
function Exports({ namespace }: { namespace: Namespace }) {
  const { t } = useTranslationRef(tenantsTranslationRef);
  const api = useApi(tenancyApiRef);
  const found = useLoadable(
    () => api.namespaceExports.list({ namespace: namespace.id }),
    [api, namespace.id],
  );
  return (
    <LoadableView
      loadable={found}
      empty={{
        when: ({ items }) => items.length === 0,
        title: t('export.none'),
        description: t('export.noneHelp'),
      }}
    >
      {({ items }) => (
        <Flex direction="column" gap="4">
          {items.map(each => (
            <OneExport key={each.id} namespace={namespace} kept={each} />
          ))}
        </Flex>
      )}
    </LoadableView>
  );
}

function OneExport(props: { namespace: Namespace; kept: NamespaceExport }) {
  const { namespace, kept } = props;
  const { id, takenAt, objectCount, bytes, gaps } = kept;
  const { t } = useTranslationRef(tenantsTranslationRef);
  const language = usePortalLanguage();
  const api = useApi(tenancyApiRef);
  const { state, run } = useCommand();
  const download = () =>
    run(async () => {
      const { manifests } = await api.namespaceExports.get({
        namespace: namespace.id,
        id,
      });
      saveText(`${namespace.name}-${takenAt.slice(0, 10)}.yaml`, manifests);
    });
  return (
    <Flex direction="column" gap="1" align="start">
      <Text as="p">
        <DateTime value={takenAt} /> ·{' '}
        {t('export.facts', {
          objects: String(objectCount),
          size: formatBytes(bytes, language),
        })}
      </Text>
      {gaps.map(gap => (
        <Text as="p" key={gap} variant="body-small" color="secondary">
          {gap}
        </Text>
      ))}
      <CommandFailure state={state} title={t('export.failed')} />
      <Button
        size="small"
        variant="secondary"
        aria-label={t('export.downloadOf', { when: takenAt.slice(0, 10) })}
        isPending={state.status === 'working'}
        onPress={download}
      >
        {t('export.download')}
      </Button>
    </Flex>
  );
}
