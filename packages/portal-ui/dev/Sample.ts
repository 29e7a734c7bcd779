import type { ReactElement } from 'react';
import type { BilingualText } from '../src';

/** A piece as it looks with data. `name` is its export. */
export type Sample = {
  name: string;
  about: BilingualText;
  draw: () => ReactElement;
};
