import type { ObjectKey } from './applySet';

/** What a view keeps of an object that carries the label of an apply set. */
export type SeenObject = {
  setId: string;
  uid?: string;
  /** Of what the portal owns of it. */
  fingerprint?: string;
  /** What it still lacks before it does its work. */
  missing?: string;
};

/** The objects of apply sets on one cluster, as its view shows them. It may lag: nothing may be deleted because of it. */
export interface SeenObjects {
  /**
   * Undefined when there is no such object, and when the view cannot tell: because it has lost the cluster, or has just
   * begun to follow this kind, which it does when it is asked for the first time.
   */
  find(key: ObjectKey): SeenObject | undefined;
}

/** Something that a cluster has, and that the portal put there for an apply set. */
export type FoundObject = { setId: string; key: ObjectKey; uid: string };
