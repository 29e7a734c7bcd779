import { mockServices } from '@backstage/backend-test-utils';
import { EXECUTION_PROGRESS_TOPIC } from '@caas/plugin-approvals-common';
import { ExecutionProgressAnnouncer } from './ExecutionProgressAnnouncer';

describe('progress of an execution', () => {
  it('is told to the desk by the id of the request', async () => {
    const events = mockServices.events.mock();
    const logger = mockServices.logger.mock();
    const announcer = ExecutionProgressAnnouncer.create({ events, logger });
    await announcer.announce('req-1');
    expect(events.publish).toHaveBeenCalledWith({
      topic: EXECUTION_PROGRESS_TOPIC,
      eventPayload: { requestId: 'req-1' },
    });
  });

  it('is a hint: that it cannot be told stops nobody, and is logged', async () => {
    const events = mockServices.events.mock({
      publish: async () => {
        throw new Error('The events service is down');
      },
    });
    const logger = mockServices.logger.mock();
    const announcer = ExecutionProgressAnnouncer.create({ events, logger });
    await announcer.announce('req-1');
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining("'req-1'"),
      expect.objectContaining({ message: 'The events service is down' }),
    );
  });
});
