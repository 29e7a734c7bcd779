import {
  NO_ERRORS,
  payloadToSend,
  reduceDraft,
  visibleErrors,
  type RequestDraft,
} from './requestDraft';

const draft: RequestDraft = {
  payload: { name: '', cpu: '2' },
  purpose: '',
  touched: new Set(),
  isEdited: false,
  serverErrors: NO_ERRORS,
};
const found = {
  payload: { name: 'Too short' },
  own: { purpose: 'Say what for' },
};

describe('reduceDraft', () => {
  it('complains about what the person has changed, or has gone on from', () => {
    expect(visibleErrors(draft, found)).toMatchObject({ payload: {}, own: {} });
    const typed = reduceDraft(draft, {
      type: 'payload',
      payload: { name: 'a', cpu: '2' },
    });
    expect(visibleErrors(typed, found)).toMatchObject({
      payload: { name: 'Too short' },
      own: {},
    });
    const attempted = reduceDraft(typed, {
      type: 'attempt',
      fields: ['purpose'],
    });
    expect(visibleErrors(attempted, found)).toMatchObject(found);
  });

  it('counts what the person types as theirs, and what the form fills in not', () => {
    const filled = reduceDraft(draft, {
      type: 'default',
      payload: { name: 'only-one', cpu: '2' },
    });
    expect(filled).toMatchObject({
      payload: { name: 'only-one' },
      isEdited: false,
    });
    expect(filled.touched.size).toBe(0);
    expect(
      reduceDraft(filled, { type: 'purpose', purpose: 'x' }).isEdited,
    ).toBe(true);
  });

  it("drops the server's sentence about a field when that field changes, and no other", () => {
    const refused = reduceDraft(draft, {
      type: 'refused',
      errors: {
        payload: { cpu: 'The pool is empty', name: 'Taken' },
        own: { purpose: 'Too vague' },
        rest: 'Try tomorrow',
      },
    });
    const changed = reduceDraft(refused, {
      type: 'payload',
      payload: { name: '', cpu: '1' },
    });
    expect(changed.serverErrors).toEqual({
      payload: { name: 'Taken' },
      own: { purpose: 'Too vague' },
      rest: 'Try tomorrow',
    });
    expect(
      reduceDraft(changed, { type: 'purpose', purpose: 'Core billing' })
        .serverErrors.own,
    ).toEqual({});
    expect(
      reduceDraft(changed, { type: 'attempt', fields: [] }).serverErrors.rest,
    ).toBeUndefined();
  });
});

describe('payloadToSend', () => {
  it('leaves out what was left empty, and nothing else', () => {
    expect(
      payloadToSend(
        { partition: '', leaseUntil: null, pods: 0, hard: false },
        {},
      ),
    ).toEqual({ pods: 0, hard: false });
  });

  it('lets the kind leave out what only its form needs', () => {
    expect(
      payloadToSend(
        { namespace: 'ns-1', confirmation: 'life-pay-dev' },
        { toPayload: ({ namespace }) => ({ namespace }) },
      ),
    ).toEqual({ namespace: 'ns-1' });
  });
});
