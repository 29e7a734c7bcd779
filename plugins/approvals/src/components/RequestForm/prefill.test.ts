import { readPrefill, withoutPrefill } from './prefill';

const INITIAL = {
  initialPayload: { name: '', pods: 50, leaseUntil: '' },
};
const address = (text: string) => new URLSearchParams(text);

describe('what an address fills in', () => {
  it('is what the form knows, with numbers where it has numbers', () => {
    expect(
      readPrefill(
        address('kind=a.b&payload.name=pay&payload.pods=20&payload.evil=1'),
        INITIAL,
      ),
    ).toEqual({ name: 'pay', pods: 20 });
  });

  it('leaves what cannot be right to the form, and what nobody types out', () => {
    expect(
      readPrefill(
        address(`payload.pods=many&payload.name=${'x'.repeat(501)}`),
        INITIAL,
      ),
    ).toEqual({ pods: 'many' });
    expect(
      readPrefill(address('payload.__proto__=x&payload.toString=x'), INITIAL),
    ).toEqual({});
  });

  it('confirms nothing that only the form wants to know', () => {
    expect(
      readPrefill(address('payload.namespace=ns-1&payload.confirmation=pay'), {
        initialPayload: { namespace: '', confirmation: '' },
        toPayload: ({ namespace }) => ({ namespace }),
      }),
    ).toEqual({ namespace: 'ns-1' });
  });

  it('is taken out of the address, and nothing else', () => {
    expect(
      withoutPrefill(
        address('kind=a.b&payload.name=x&payload.pods=1&tenant=t'),
      ).toString(),
    ).toBe('kind=a.b&tenant=t');
  });
});
