import { age, boolean, createdAt, integer, text, type Column } from './Column';

/** Columns of the kinds that have little to show. */
export const OTHER_COLUMNS: Readonly<Record<string, Column[]>> = {
  Lease: [text('Holder', ({ spec }) => spec?.holderIdentity ?? ''), age],
  PriorityClass: [
    integer('Value', ({ value }) => value ?? 0),
    boolean('Global-Default', ({ globalDefault }) => Boolean(globalDefault)),
    age,
    text('PreemptionPolicy', ({ preemptionPolicy }) => preemptionPolicy ?? ''),
  ],
  ServiceAccount: [
    integer('Secrets', ({ secrets }) => secrets?.length ?? 0),
    age,
  ],
  CustomResourceDefinition: [createdAt],
  Role: [createdAt],
  ClusterRole: [createdAt],
};
