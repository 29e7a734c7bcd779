import { Rounds } from './Rounds';

/** Plays rounds at once, and remembers them. */
function recorder(play: (call: string) => string | Error) {
  const played: string[][] = [];
  const rounds = new Rounds<string, string>(async calls => {
    played.push(calls);
    return calls.map(play);
  });
  return { rounds, played };
}

describe('rounds', () => {
  it('answer everybody who asks at once, each with their own answer, in one round', async () => {
    const { rounds, played } = recorder(call => call.toUpperCase());
    const calls = ['a', 'b', 'c'];
    const answers = await Promise.all(calls.map(call => rounds.ask('k', call)));
    expect(answers).toEqual(['A', 'B', 'C']);
    expect(played).toEqual([['a', 'b', 'c']]);
  });

  it('keep a round small, and play what is left in the next one', async () => {
    const { rounds, played } = recorder(call => call);
    const calls = Array.from({ length: 45 }, (_, index) => `call ${index}`);
    const answers = await Promise.all(calls.map(call => rounds.ask('k', call)));
    expect(answers).toEqual(calls);
    expect(played.map(({ length }) => length)).toEqual([20, 20, 5]);
  });

  it('gather who asks during a round for the next one, and do not hold up other keys', async () => {
    const played: string[][] = [];
    let letGo = () => {};
    const isHeld = new Promise<void>(resolve => {
      letGo = resolve;
    });
    let isPlayed = () => {};
    const hasBegun = new Promise<void>(resolve => {
      isPlayed = resolve;
    });
    const rounds = new Rounds<string, string>(async calls => {
      played.push(calls);
      isPlayed();
      if (calls.includes('slow')) await isHeld;
      return calls;
    });
    const slow = rounds.ask('k', 'slow');
    await hasBegun;
    const later = ['b', 'c'].map(call => rounds.ask('k', call));
    expect(await rounds.ask('other', 'quick')).toBe('quick');
    letGo();
    expect(await Promise.all([slow, ...later])).toEqual(['slow', 'b', 'c']);
    expect(played).toEqual([['slow'], ['quick'], ['b', 'c']]);
  });

  it('throw an answer that is an error to whom it is for', async () => {
    const { rounds } = recorder(call =>
      call === 'bad' ? new Error('refused') : call,
    );
    const [good, bad] = await Promise.allSettled([
      rounds.ask('k', 'good'),
      rounds.ask('k', 'bad'),
    ]);
    expect(good).toMatchObject({ value: 'good' });
    expect(bad).toMatchObject({ reason: { message: 'refused' } });
  });

  it('let nobody fail because of somebody else', async () => {
    const { rounds } = recorder(call => {
      if (call === 'poison') throw new Error('the round broke');
      return call;
    });
    const answers = await Promise.allSettled(
      ['a', 'poison', 'b'].map(call => rounds.ask('k', call)),
    );
    expect(answers).toMatchObject([
      { value: 'a' },
      { reason: { message: 'the round broke' } },
      { value: 'b' },
    ]);
    expect(await rounds.ask('k', 'afterwards')).toBe('afterwards');
  });
});
