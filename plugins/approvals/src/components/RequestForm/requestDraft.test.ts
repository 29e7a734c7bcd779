import {
  NO_ERRORS,
  reduceDraft,
  visibleErrors,
  type RequestDraft,
} from './requestDraft';

const draft: RequestDraft = {
  tenant: 'life',
  payload: { name: '', cpu: '2' },
  purpose: '',
  touched: new Set(),
  isAttempted: false,
  serverErrors: NO_ERRORS,
};
const found = {
  payload: { name: 'Too short' },
  own: { purpose: 'Say what for' },
};

describe('reduceDraft', () => {
  it('complains about what the person has changed, and about the rest after a submit', () => {
    expect(visibleErrors(draft, found)).toMatchObject({ payload: {}, own: {} });
    const typed = reduceDraft(draft, {
      type: 'payload',
      payload: { name: 'a', cpu: '2' },
    });
    expect(visibleErrors(typed, found)).toMatchObject({
      payload: { name: 'Too short' },
      own: {},
    });
    const attempted = reduceDraft(typed, { type: 'attempt' });
    expect(visibleErrors(attempted, found)).toMatchObject(found);
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
      reduceDraft(changed, { type: 'attempt' }).serverErrors.rest,
    ).toBeUndefined();
  });
});
