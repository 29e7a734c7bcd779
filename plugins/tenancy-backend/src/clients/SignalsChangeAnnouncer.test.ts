import { mockServices } from '@backstage/backend-test-utils';
import { eventually } from '@caas/backend-testing/processes';
import { SignalsChangeAnnouncer } from './SignalsChangeAnnouncer';

describe('what is told of a tenant', () => {
  /** Telling waits until it is let go. */
  const start = () => {
    const events: unknown[] = [];
    const signals: unknown[] = [];
    let letGo = () => {};
    const isHeld = new Promise<void>(resolve => {
      letGo = resolve;
    });
    const announcer = SignalsChangeAnnouncer.create({
      events: mockServices.events.mock({
        publish: async ({ eventPayload }) => void events.push(eventPayload),
      }),
      signals: {
        publish: async ({ message }) => void signals.push(message),
      },
      logger: mockServices.logger.mock(),
      listAudience: async () => {
        await isHeld;
        return ['user:default/li-wei'];
      },
    });
    return { announcer, events, signals, letGo };
  };

  it('is told at once, and once more for whatever changes meanwhile', async () => {
    const { announcer, events, signals, letGo } = start();
    const first = announcer.announce('life');
    for (let change = 0; change < 50; change += 1) {
      await announcer.announce('life');
    }
    expect(events).toEqual([{ tenant: 'life' }]);
    letGo();
    await first;
    await eventually(20, () => {
      expect(signals).toEqual([{ tenant: 'life' }, { tenant: 'life' }]);
    });
    expect(events).toHaveLength(2);
  });

  it('is told of each tenant without waiting for another one', async () => {
    const { announcer, events, signals, letGo } = start();
    const both = [announcer.announce('life'), announcer.announce('property')];
    expect(events).toEqual([{ tenant: 'life' }, { tenant: 'property' }]);
    letGo();
    await Promise.all(both);
    expect(signals).toHaveLength(2);
  });

  it('is told again of a later change', async () => {
    const { announcer, signals, letGo } = start();
    letGo();
    await announcer.announce('life');
    await announcer.announce('life');
    await eventually(20, () => {
      expect(signals).toHaveLength(2);
    });
  });
});
