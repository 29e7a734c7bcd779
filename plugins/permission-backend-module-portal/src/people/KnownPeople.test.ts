import { KnownPeople } from './KnownPeople';

const REF = 'user:default/li-wei';

function setUp() {
  let now = 0;
  let isThere = true;
  let isDown = false;
  let questions = 0;
  const people = new KnownPeople(() => now);
  const ask = async () => {
    questions += 1;
    if (isDown) throw new Error('the catalog is down');
    return isThere;
  };
  return {
    isKnown: () => people.isKnown(REF, ask),
    leave: () => {
      isThere = false;
    },
    breakDown: () => {
      isDown = true;
    },
    pass: (seconds: number) => {
      now += seconds * 1000;
    },
    questions: () => questions,
  };
}

describe('KnownPeople', () => {
  it('asks once for all who want to know at once', async () => {
    const { isKnown, questions } = setUp();
    await expect(Promise.all([isKnown(), isKnown()])).resolves.toEqual([
      true,
      true,
    ]);
    await isKnown();
    expect(questions()).toBe(1);
  });

  it('notices within half a minute that somebody has gone', async () => {
    const { isKnown, leave, pass } = setUp();
    await isKnown();
    leave();
    pass(29);
    await expect(isKnown()).resolves.toBe(true);
    pass(1);
    await expect(isKnown()).resolves.toBe(false);
  });

  it('goes by the last answer for five minutes while the catalog is down', async () => {
    const { isKnown, breakDown, pass } = setUp();
    await isKnown();
    breakDown();
    pass(299);
    await expect(isKnown()).resolves.toBe(true);
    pass(1);
    await expect(isKnown()).rejects.toThrow('the catalog is down');
  });

  it('lets nobody in whom the catalog was never asked about', async () => {
    const { isKnown, breakDown } = setUp();
    breakDown();
    await expect(isKnown()).rejects.toThrow('the catalog is down');
  });
});
