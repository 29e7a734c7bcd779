import { pendingRequest } from '../../__fixtures__/requests';
import { whyNotDecide } from './whyNotDecide';

const refused = {
  ...pendingRequest,
  can: { ...pendingRequest.can, decide: false },
};

describe('whyNotDecide', () => {
  it('has nothing to say to somebody who may', () => {
    expect(
      whyNotDecide(pendingRequest, 'user:default/wang-fang'),
    ).toBeUndefined();
  });

  it('tells the requester that nobody decides their own request', () => {
    expect(whyNotDecide(refused, 'User:default/Li-Wei')).toBe('own');
  });

  it('tells somebody else who is asked', () => {
    expect(whyNotDecide(refused, 'user:default/zhao-lei')).toBe('notApprover');
  });

  it('tells an approver that they had their say', () => {
    const [stage] = refused.stages;
    const decided = {
      ...refused,
      stages: [
        {
          ...stage,
          decisions: [
            {
              by: 'user:default/wang-fang',
              verdict: 'approve' as const,
              comment: '',
              payloadHash: refused.payloadHash,
              at: '2026-11-20T02:00:00.000Z',
            },
          ],
        },
      ],
    };
    expect(whyNotDecide(decided, 'user:default/wang-fang')).toBe('decided');
  });

  it('leaves the rest to the server', () => {
    expect(whyNotDecide(refused, 'user:default/wang-fang')).toBeUndefined();
  });
});
