/** The part of an object on a cluster that we read. */
export type LiveObject = {
  apiVersion?: string;
  kind?: string;
  metadata: {
    name?: string;
    namespace?: string;
    uid?: string;
    resourceVersion?: string;
    generation?: number;
    creationTimestamp?: string;
    deletionTimestamp?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    finalizers?: string[];
    ownerReferences?: {
      kind: string;
      name: string;
      controller?: boolean;
    }[];
    managedFields?: {
      manager?: string;
      operation?: string;
      subresource?: string;
      fieldsV1?: object;
    }[];
  };
  spec?: Record<string, any>; // of any kind: read by those who know it
  status?: Record<string, any>; // the same
};
