import type { Schema } from '../customResources/schema';
import type { Column } from '../server/columns/Column';
import type { SubresourceName } from './subresources';

/** The part of an object that a write is about; undefined is the object itself. */
export type Subresource = 'status' | 'scale' | undefined;

/** A kind that the sandbox serves. */
export type ResourceKind = {
  group: string;
  version: string;
  plural: string;
  singular: string;
  kind: string;
  namespaced: boolean;
  shortNames: readonly string[];
  subresources: readonly SubresourceName[];
  /** Groups of kinds that `kubectl get` takes, such as `all`. */
  categories: readonly string[];
  /** What `kubectl get` shows of a kind of a custom resource definition. */
  columns?: readonly Column[];
  /** What can be done with objects of the kind; everything unless told. */
  verbs?: readonly string[];
  /** What objects are held to; only kinds of custom resource definitions carry it. */
  schema?: Schema;
};
