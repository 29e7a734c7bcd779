/** Sizes that fit most; whatever else is a custom one. */
export const SIZES = [
  { id: 'small', cpu: '1', memory: '2Gi' },
  { id: 'medium', cpu: '2', memory: '4Gi' },
  { id: 'large', cpu: '4', memory: '8Gi' },
] as const;

export type SizeId = (typeof SIZES)[number]['id'] | 'custom';

/** The size that a payload has. */
export function sizeOf(payload: { cpu: string; memory: string }): SizeId {
  const size = SIZES.find(
    ({ cpu, memory }) => cpu === payload.cpu && memory === payload.memory,
  );
  return size?.id ?? 'custom';
}
