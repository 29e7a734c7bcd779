/** Whose objects a table shows. */
export type NamespaceQuery = { cluster: string; namespace: string };
