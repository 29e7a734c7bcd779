/** Where time comes from, so that tests can hold it. */
export type Clock = { now(): Date };
