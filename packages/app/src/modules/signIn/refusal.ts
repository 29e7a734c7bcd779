const KEY = 'caas.signing-in';
const PARAMETER = 'error';

/**
 * What the server says when it refuses somebody who has been at the company's sign-in: it comes back as a parameter of the
 * page's address. Only who has left from this tab is shown it, so that nobody can be sent a link with a sentence of
 * somebody else's.
 */
export const refusal = {
  /** To be called before the browser leaves. */
  expect: () => sessionStorage.setItem(KEY, 'yes'),
  /** The sentence, once; the address loses it. */
  take(): string | undefined {
    const isExpected = sessionStorage.getItem(KEY) !== null;
    sessionStorage.removeItem(KEY);
    const address = new URL(window.location.href);
    const sentence = address.searchParams.get(PARAMETER);
    if (!isExpected || sentence === null) return undefined;
    address.searchParams.delete(PARAMETER);
    window.history.replaceState(window.history.state, '', address);
    return sentence;
  },
};
