import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import { eventually } from './eventually';
import { freePort } from './freePort';
import { seededRandom } from './seededRandom';
import { until } from './until';

describe('until', () => {
  it('answers the first answer that is one', async () => {
    const answers = [undefined, false as const, 'here', 'later'];
    await expect(
      until('it is here', 10_000, async () => answers.shift()),
    ).resolves.toBe('here');
    expect(answers).toEqual(['later']);
  });

  it('says what it waited for, how long, and what it heard last', async () => {
    await expect(until('the moon rises', 1, async () => false)).rejects.toThrow(
      'Not within 1 ms: the moon rises (last: false)',
    );
  });

  it('ends with a question that fails', async () => {
    let asked = 0;
    const ask = async () => {
      asked += 1;
      throw new Error('The backend stopped');
    };
    await expect(until('it is ready', 10_000, ask)).rejects.toThrow(
      'The backend stopped',
    );
    expect(asked).toBe(1);
  });
});

describe('eventually', () => {
  it('answers as soon as the expectation holds', async () => {
    let count = 0;
    const found = await eventually(10, () => {
      count += 1;
      expect(count).toBeGreaterThan(2);
      return `asked ${count} times`;
    });
    expect(found).toBe('asked 3 times');
  });

  it('asks once at least, and fails with the words of the expectation', async () => {
    let asked = 0;
    const expectation = async () => {
      asked += 1;
      throw new Error('There is no pod yet');
    };
    await expect(eventually(0, expectation)).rejects.toThrow(
      'There is no pod yet',
    );
    expect(asked).toBeGreaterThanOrEqual(1);
  });
});

describe('freePort', () => {
  it('is a port on which nobody listens and somebody can', async () => {
    const port = await freePort();
    const [refused] = await once(connect(port, '127.0.0.1'), 'error');
    expect(refused).toMatchObject({ code: 'ECONNREFUSED' });
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    server.close();
  });
});

describe('seededRandom', () => {
  const numbers = (seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 1_000 }, random);
  };

  it('repeats what a seed gave, and gives another seed something else', () => {
    expect(numbers(7)).toEqual(numbers(7));
    expect(numbers(7)).not.toEqual(numbers(8));
  });

  it('stays between 0 and 1 and reaches every tenth of it', () => {
    const all = numbers(20_261_122);
    expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...all)).toBeLessThan(1);
    expect(new Set(all.map(one => Math.floor(one * 10))).size).toBe(10);
  });
});
