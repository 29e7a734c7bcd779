import { parseFieldErrors } from './fieldErrors';

const FIELDS = ['name', 'cpu', 'memory'];

describe('parseFieldErrors', () => {
  it("finds the desk's fields and those of the payload", () => {
    expect(
      parseFieldErrors(
        "payload.cpu: 'x' is not an amount of CPU: write cores, such as 2; purpose: Say what it is for",
        FIELDS,
      ),
    ).toEqual({
      payload: {
        cpu: "'x' is not an amount of CPU: write cores, such as 2",
      },
      own: { purpose: 'Say what it is for' },
      rest: undefined,
    });
  });

  it("finds the fields that the kind's owner names without a prefix", () => {
    expect(
      parseFieldErrors('name: It is taken; choose another', FIELDS).payload,
    ).toEqual({ name: 'It is taken; choose another' });
  });

  it('keeps what belongs to no field', () => {
    expect(parseFieldErrors('The desk is closed', FIELDS).rest).toBe(
      'The desk is closed',
    );
    expect(
      parseFieldErrors('disk: Too much; cpu: Too much', FIELDS),
    ).toMatchObject({ payload: { cpu: 'Too much' }, rest: 'disk: Too much' });
  });

  it('joins two sentences about one field', () => {
    expect(parseFieldErrors('cpu: One; cpu: Two', FIELDS).payload.cpu).toBe(
      'One Two',
    );
  });
});
