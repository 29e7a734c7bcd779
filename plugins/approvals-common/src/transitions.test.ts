import fc from 'fast-check';
import {
  isFinal,
  nextState,
  REQUEST_COMMANDS,
  REQUEST_STATES,
  type RequestCommand,
  type RequestState,
} from './transitions';

const _ = undefined;

/** The whole table, written out a second time: every state in every row, every command in every column. */
// prettier-ignore
const TABLE: Record<RequestState, Array<RequestState | undefined>> = {
  //           submit     withdraw     pass        reject      return      expire     start        finish       fail      retry        cancel
  draft:     ['pending', 'withdrawn', _,          _,          _,          _,         _,           _,           _,        _,           _],
  pending:   [_,         'withdrawn', 'approved', 'rejected', 'returned', 'expired', _,           _,           _,        _,           _],
  returned:  ['pending', 'withdrawn', _,          _,          _,          'expired', _,           _,           _,        _,           _],
  approved:  [_,         _,           _,          _,          _,          _,         'executing', _,           _,        _,           _],
  executing: [_,         _,           _,          _,          _,          _,         _,           'completed', 'failed', _,           'withdrawn'],
  failed:    [_,         _,           _,          _,          _,          _,         _,           _,           _,        'executing', 'withdrawn'],
  completed: [_,         _,           _,          _,          _,          _,         _,           _,           _,        _,           _],
  rejected:  [_,         _,           _,          _,          _,          _,         _,           _,           _,        _,           _],
  withdrawn: [_,         _,           _,          _,          _,          _,         _,           _,           _,        _,           _],
  expired:   [_,         _,           _,          _,          _,          _,         _,           _,           _,        _,           _],
};
const COMMANDS: RequestCommand[] = [
  'submit',
  'withdraw',
  'pass',
  'reject',
  'return',
  'expire',
  'start',
  'finish',
  'fail',
  'retry',
  'cancel',
];

const cells = REQUEST_STATES.flatMap(state =>
  COMMANDS.map((command, index) => ({
    state,
    command,
    after: TABLE[state][index],
  })),
);

describe('the transition table', () => {
  it('is tested in every cell', () => {
    expect([...COMMANDS].sort()).toEqual([...REQUEST_COMMANDS].sort());
    expect(Object.keys(TABLE).sort()).toEqual([...REQUEST_STATES].sort());
    expect(cells).toHaveLength(REQUEST_STATES.length * REQUEST_COMMANDS.length);
  });

  it.each(cells)(
    'takes $state by $command to $after',
    ({ state, command, after }) => {
      expect(nextState(state, command)).toBe(after);
    },
  );

  it.each(REQUEST_STATES.map(state => ({ state })))(
    'calls $state final exactly when no command leads out of it',
    ({ state }) => {
      const isEnd = ['completed', 'rejected', 'withdrawn', 'expired'].includes(
        state,
      );
      expect(isFinal(state)).toBe(isEnd);
    },
  );

  it('lets every state that is not final reach a final one', () => {
    const reach = (state: RequestState, seen: RequestState[]): boolean =>
      isFinal(state) ||
      REQUEST_COMMANDS.map(command => nextState(state, command)).some(
        after =>
          after && !seen.includes(after) && reach(after, [...seen, after]),
      );
    expect(REQUEST_STATES.filter(state => !reach(state, [state]))).toEqual([]);
  });

  it('executes only what has been approved', () => {
    const leadTo = (wanted: RequestState) =>
      cells.filter(({ after }) => after === wanted).map(({ state }) => state);
    expect(leadTo('approved')).toEqual(['pending']);
    expect(leadTo('executing')).toEqual(['approved', 'failed']);
    expect(leadTo('failed')).toEqual(['executing']);
    expect(leadTo('completed')).toEqual(['executing']);
  });

  it('leads any sequence of commands nowhere but along its cells, and never out of an end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...REQUEST_COMMANDS), { maxLength: 40 }),
        commands => {
          let state: RequestState = 'draft';
          let wasApproved = false;
          for (const command of commands) {
            const after: RequestState | undefined = nextState(state, command);
            const cell = TABLE[state][COMMANDS.indexOf(command)];
            expect(after).toBe(cell);
            expect(isFinal(state) && after !== undefined).toBe(false);
            // Without an approval on its way, nothing is ever carried out.
            if (after === 'approved') wasApproved = true;
            expect(after === 'executing' && !wasApproved).toBe(false);
            state = after ?? state;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('takes back what was approved only where nothing has been finished', () => {
    const from = cells.filter(
      ({ command, after }) => command === 'cancel' && after,
    );
    expect(from.map(({ state }) => state)).toEqual(['executing', 'failed']);
  });
});
