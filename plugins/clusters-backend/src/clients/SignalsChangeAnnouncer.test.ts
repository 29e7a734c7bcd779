import { mockServices } from '@backstage/backend-test-utils';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { SignalsChangeAnnouncer } from './SignalsChangeAnnouncer';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function createAnnouncer(publish?: SignalsService['publish']) {
  const told: unknown[] = [];
  const announcer = SignalsChangeAnnouncer.create({
    signals: {
      publish: publish ?? (async signal => void told.push(signal)),
    },
    logger: mockServices.logger.mock(),
  });
  return { announcer, told };
}

it('tells of a cluster once a second, however much changes, and of the last change too', () => {
  const { announcer, told } = createAnnouncer();
  for (let change = 0; change < 10_000; change += 1) {
    announcer.changed('nonprod', change % 2 ? 'pods' : 'events');
  }
  expect(told).toEqual([]);
  jest.advanceTimersByTime(1000);
  expect(told).toEqual([
    {
      recipients: { type: 'broadcast' },
      channel: 'clusters',
      message: { cluster: 'nonprod', resources: ['events', 'pods'] },
    },
  ]);
  announcer.changed('nonprod', 'nodes');
  jest.advanceTimersByTime(999);
  expect(told).toHaveLength(1);
  jest.advanceTimersByTime(1);
  expect(told).toHaveLength(2);
  jest.advanceTimersByTime(10_000);
  expect(told).toHaveLength(2);
});

it('tells of each cluster by itself', () => {
  const { announcer, told } = createAnnouncer();
  announcer.changed('nonprod', 'pods');
  jest.advanceTimersByTime(500);
  announcer.changed('prod', 'pods');
  jest.advanceTimersByTime(500);
  expect(told).toHaveLength(1);
  jest.advanceTimersByTime(500);
  expect(told).toHaveLength(2);
});

it('says nothing after its end, and survives a signal that is lost', async () => {
  const { announcer, told } = createAnnouncer();
  announcer.changed('nonprod', 'pods');
  announcer.stop();
  jest.advanceTimersByTime(5000);
  expect(told).toEqual([]);

  const failing = createAnnouncer(async () => {
    throw new Error('away');
  }).announcer;
  failing.changed('nonprod', 'pods');
  await jest.advanceTimersByTimeAsync(1000);
  failing.changed('nonprod', 'pods');
  await jest.advanceTimersByTimeAsync(1000);
});
