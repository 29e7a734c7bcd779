import { clearDraft, draftKey, readDraft, writeDraft } from './storedDraft';

const KEY = draftKey('user:default/li-wei', 'namespace.create');
const DRAFT = {
  tenant: 'life',
  payload: { name: 'billing' },
  purpose: '',
  touched: ['payload.name'],
  isEdited: true,
  idempotencyKey: 'k'.repeat(32),
};

describe('a stored draft', () => {
  it('comes back as it was, for its person alone, until it is forgotten', () => {
    writeDraft(KEY, DRAFT);
    expect(readDraft(KEY)).toEqual(DRAFT);
    expect(
      readDraft(draftKey('user:default/wang-fang', 'namespace.create')),
    ).toBeUndefined();
    clearDraft(KEY);
    expect(readDraft(KEY)).toBeUndefined();
  });

  it.each(['{', '[]', '{"payload":"x"}', 'null'])(
    'is none when the storage holds %s',
    text => {
      window.sessionStorage.setItem(KEY, text);
      expect(readDraft(KEY)).toBeUndefined();
    },
  );

  it('is none where the browser allows no storage', () => {
    const storage = jest
      .spyOn(window, 'sessionStorage', 'get')
      .mockImplementation(() => {
        throw new Error('SecurityError');
      });
    writeDraft(KEY, DRAFT);
    clearDraft(KEY);
    expect(readDraft(KEY)).toBeUndefined();
    storage.mockRestore();
  });
});
