/** Where time comes from. */
export type Clock = { now(): Date };
