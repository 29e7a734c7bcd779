import type { RequestKindScreens } from '@caas/plugin-approvals-react';
import { AMOUNT_FIELDS } from '../shared/amountsDraft';
import { createDraftOf, EMPTY_DRAFT, hasLease } from './createDraft';
import { CreatePayload } from './CreatePayload';
import { PlaceForm } from './PlaceForm';
import { SizeForm } from './SizeForm';
import { useCreateValidation } from './useCreateValidation';

/** The screens of `namespace.create`. */
export const namespaceCreateScreens: RequestKindScreens = {
  initialPayload: EMPTY_DRAFT,
  parts: [
    {
      id: 'place',
      title: { 'zh-CN': '名称与位置', en: 'Name and place' },
      fields: ['name', 'cluster', 'environment', 'partition'],
      Form: PlaceForm,
    },
    {
      id: 'size',
      title: { 'zh-CN': '规格与期限', en: 'Size and lease' },
      fields: [...AMOUNT_FIELDS, 'leaseUntil'],
      showsGauges: true,
      Form: SizeForm,
    },
  ],
  // Somebody may have chosen a day before they chose production.
  toPayload: held =>
    hasLease(createDraftOf(held).environment)
      ? held
      : { ...held, leaseUntil: '' },
  PayloadView: CreatePayload,
  useValidation: useCreateValidation,
};
