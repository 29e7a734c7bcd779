import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import type { RequestKindFormProps } from '@caas/plugin-approvals-react';
import { useTenancyWords } from '@caas/plugin-tenancy-react';
import { FieldFrame, LoadableView } from '@caas/portal-ui';
import { draftOfResources, NO_AMOUNTS, textIn } from '../shared/amountsDraft';
import { placeKey, poolAt, usePools } from '../shared/usePools';
import { requestKindsTranslationRef } from '../translation';
import { usePlaces } from './usePlaces';
import { useQuotaOf } from './useQuotaOf';

/** Of which place the quota is: one that the tenant has, or one that it would get. */
export function QuotaPlaceForm(props: RequestKindFormProps) {
  const { tenant, value, onChange, onDefault, errors } = props;
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const words = useTenancyWords();
  const pools = usePools(tenant);
  const places = usePlaces();
  useQuotaOf(pools, props);
  const chosen = {
    cluster: textIn(value, 'cluster'),
    environment: textIn(value, 'environment'),
  };
  return (
    <LoadableView loadable={pools}>
      {({ items }) => {
        const others = places.filter(place => !poolAt(items, place));
        const all = [...items, ...others];
        return (
          <FieldFrame problem={errors.cluster ?? errors.environment}>
            {field => (
              <Select
                {...field}
                label={t('pool.label')}
                secondaryLabel={t('form.required')}
                placeholder={t('pool.choose')}
                options={all.map(place => ({
                  id: placeKey(place),
                  label: t('pool.name', {
                    cluster: place.cluster,
                    environment: words.environment(place.environment),
                  }),
                  description: poolAt(items, place)
                    ? undefined
                    : t('quota.new'),
                }))}
                value={
                  poolAt(items, chosen) || others.some(isSame(chosen))
                    ? placeKey(chosen)
                    : null
                }
                onChange={key => {
                  const place = all.find(
                    candidate => placeKey(candidate) === key,
                  );
                  if (!place) return;
                  const pool = poolAt(items, place);
                  const { cluster, environment } = place;
                  const amounts = pool
                    ? draftOfResources(pool.hard)
                    : NO_AMOUNTS;
                  onChange({ ...value, cluster, environment });
                  onDefault({
                    ...value,
                    ...amounts,
                    from: amounts,
                    cluster,
                    environment,
                  });
                }}
                isRequired
              />
            )}
          </FieldFrame>
        );
      }}
    </LoadableView>
  );
}

function isSame(chosen: { cluster: string; environment: string }) {
  return (place: { cluster: string; environment: string }) =>
    placeKey(place) === placeKey(chosen);
}
