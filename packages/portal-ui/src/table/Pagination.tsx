import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Flex, Text } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { portalUiTranslationRef } from '../translation';

/** Moves between pages. The one inside the BUI table speaks English only. */
export function Pagination(props: {
  offset: number;
  pageSize: number;
  totalCount: number;
  /** Whether there may be more than that. */
  isAtLeast?: boolean;
  onMove(offset: number): void;
}) {
  const { offset, pageSize, totalCount, isAtLeast, onMove } = props;
  const { t } = useTranslationRef(portalUiTranslationRef);
  return (
    <Flex justify="end" align="center" gap="2" mt="2">
      <Text as="p" variant="body-small" color="secondary" aria-live="polite">
        {t('page.range', {
          from: String(Math.min(offset + 1, totalCount)),
          to: String(Math.min(offset + pageSize, totalCount)),
          total: `${totalCount}${isAtLeast ? '+' : ''}`,
        })}
      </Text>
      <ButtonIcon
        variant="secondary"
        size="small"
        icon={<RiArrowLeftSLine />}
        aria-label={t('page.previous')}
        isDisabled={offset === 0}
        onPress={() => onMove(Math.max(0, offset - pageSize))}
      />
      <ButtonIcon
        variant="secondary"
        size="small"
        icon={<RiArrowRightSLine />}
        aria-label={t('page.next')}
        isDisabled={offset + pageSize >= totalCount}
        onPress={() => onMove(offset + pageSize)}
      />
    </Flex>
  );
}
