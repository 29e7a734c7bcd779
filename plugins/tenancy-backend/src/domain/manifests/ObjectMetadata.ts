/** Metadata of an object inside the namespace. */
export type ObjectMetadata = {
  name: string;
  namespace: string;
  labels: Record<string, string>;
};
