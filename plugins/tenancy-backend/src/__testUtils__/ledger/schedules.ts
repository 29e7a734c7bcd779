import { mapResources, type Resources } from '@caas/plugin-tenancy-common';
import fc from 'fast-check';

/** Namespaces that a schedule asks for, and changes that it asks for each. */
export const NAMESPACES = 4;
export const RESIZES = 2;

/** What somebody does at some moment. `submit` shows a pending request, `expire` ends it undecided. */
export type Act =
  | { act: 'submit' | 'approve' | 'expire' | 'cancel'; namespace: number }
  | { act: 'delete' | 'ready'; namespace: number }
  | { act: 'resize' | 'cancelResize'; namespace: number; resize: number }
  | { act: 'quota'; hard: Resources };

/** What is asked for, and waves of what happens: the acts of a wave at once. */
export type Schedule = {
  sizes: Resources[];
  resizes: Resources[][];
  waves: Act[][];
};

/** What a quota holds when a schedule begins. Sizes are drawn so that two or three namespaces fill it. */
export const HARD = mapResources(() => 10);

const size = fc
  .tuple(...Object.keys(HARD).map(() => fc.integer({ min: 0, max: 7 })))
  .map(amounts => {
    let next = 0;
    return mapResources(() => amounts[next++]);
  });

const namespace = fc.nat({ max: NAMESPACES - 1 });
const resize = fc.nat({ max: RESIZES - 1 });
const simply = (...acts: Array<Exclude<Act['act'], 'quota' | 'resize'>>) =>
  fc.record({ act: fc.constantFrom(...acts), namespace });

const act = fc.oneof(
  // Allocations are what can go wrong most: they are drawn more often.
  { weight: 8, arbitrary: simply('approve') },
  { weight: 4, arbitrary: simply('submit', 'expire', 'delete', 'ready') },
  { weight: 1, arbitrary: simply('cancel') },
  {
    weight: 5,
    arbitrary: fc.record({ act: fc.constant('resize'), namespace, resize }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('cancelResize'),
      namespace,
      resize,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('quota'), hard: size }),
  },
) as fc.Arbitrary<Act>;

export const schedule: fc.Arbitrary<Schedule> = fc.record({
  sizes: fc.array(size, { minLength: NAMESPACES, maxLength: NAMESPACES }),
  resizes: fc.array(
    fc.array(size, { minLength: RESIZES, maxLength: RESIZES }),
    {
      minLength: NAMESPACES,
      maxLength: NAMESPACES,
    },
  ),
  waves: fc.array(fc.array(act, { minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 5,
  }),
});
