import { OPERATIONS } from './operations';

/** An operation as it is called without any care: its method, and an address that fits. */
export type Address = { name: string; method: string; address: string };

/** Every operation of every contract, and the document of each plugin. */
export const ADDRESSES: Address[] = [...OPERATIONS].map(
  ([name, { method, path }]) => ({
    name,
    method,
    address: `/api/${name.split('.')[0]}${path.replace(/\{\w+\}/g, 'x')}`,
  }),
);

/** The plugins that have a contract. */
export const PLUGINS_OF_OURS = [
  ...new Set([...OPERATIONS.keys()].map(name => name.split('.')[0])),
];

export const DOCUMENTS: Address[] = PLUGINS_OF_OURS.map(plugin => ({
  name: `${plugin}, its OpenAPI document`,
  method: 'GET',
  address: `/api/${plugin}/openapi.json`,
}));
