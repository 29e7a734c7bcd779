import { type ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { useErrorSentence } from '../language';
import {
  DeniedState,
  EmptyState,
  ErrorState,
  LoadingState,
  type EmptyStateProps,
} from '../states';
import { portalUiTranslationRef } from '../translation';
import type { Loadable } from './Loadable';

/** @public */
export type LoadableViewProps<T> = {
  loadable: Loadable<T>;
  /** What to show when there is data but nothing in it. Name the next step. */
  empty?: EmptyStateProps & { when(data: T): boolean };
  /** Whom to ask when it is denied, when the page knows better than "your tenant's administrator". */
  deniedHelp?: string;
  /** Shown instead of the usual placeholder while the first data loads. */
  loading?: ReactNode;
  children: (data: T) => ReactNode;
};

/**
 * Shows something that loads in its five states: loading, error with a retry, denied with whom to ask, empty with the
 * next step, data.
 *
 * @public
 */
export function LoadableView<T>(props: LoadableViewProps<T>) {
  const { loadable, empty, loading, deniedHelp, children } = props;
  if (loadable.status === 'loading') return <>{loading ?? <LoadingState />}</>;
  if (loadable.status === 'denied') {
    return <DeniedState error={loadable.error} help={deniedHelp} />;
  }
  if (loadable.status === 'error') {
    return <ErrorState error={loadable.error} retry={loadable.retry} />;
  }
  const { data, refreshError, isRefreshing, retry } = loadable;
  return (
    <>
      {refreshError && (
        <StaleAlert
          error={refreshError}
          retry={retry}
          isRefreshing={isRefreshing}
        />
      )}
      {empty?.when(data) ? <EmptyState {...empty} /> : children(data)}
    </>
  );
}

function StaleAlert(props: {
  error: Error;
  retry(): void;
  isRefreshing: boolean;
}) {
  const { t } = useTranslationRef(portalUiTranslationRef);
  const sentenceOf = useErrorSentence();
  return (
    <Alert
      role="status"
      status="warning"
      icon
      mb="3"
      title={t('state.staleTitle')}
      description={sentenceOf(props.error)}
      customActions={
        <Button
          size="small"
          variant="secondary"
          isPending={props.isRefreshing}
          onPress={props.retry}
        >
          {t('state.retry')}
        </Button>
      }
    />
  );
}
