import { amounts } from '../__testUtils__/definitions';
import { shareOut } from './shareOut';

const QUOTA = {
  tenant: 'life',
  cluster: 'nonprod',
  environment: 'dev',
  hard: amounts(8, 16),
  allocated: amounts(3, 6),
} as const;
const asking = (name: string, cores: number) => ({
  name,
  resources: amounts(cores, 2 * cores),
});

describe('sharing out a quota', () => {
  it('gives in the order of asking, and leaves what one cannot have to the next', () => {
    const { given, refused, allocated } = shareOut(QUOTA, [
      asking('a', 2),
      asking('b', 4),
      asking('c', 3),
      asking('d', 1),
    ]);
    expect(given.map(({ name }) => name)).toEqual(['a', 'c']);
    expect(refused.map(({ asked }) => asked.name)).toEqual(['b', 'd']);
    expect(allocated).toEqual(amounts(8, 16));
  });

  it('says to whoever is refused what was left for them', () => {
    const { refused } = shareOut(QUOTA, [asking('a', 2), asking('b', 4)]);
    expect(refused[0].reason).toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(
        "Tenant 'life' has 3 cores, 6Gi of memory",
      ),
    });
  });

  it('changes nothing when nobody asks', () => {
    expect(shareOut(QUOTA, [])).toEqual({
      given: [],
      refused: [],
      allocated: QUOTA.allocated,
    });
  });
});
