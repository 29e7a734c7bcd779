import { Interner } from '../Interner';
import {
  claimsObject,
  CREATED,
  kept,
  metadata,
} from './__testUtils__/claimsObject';
import { AUTOSCALERS } from './autoscalers';
import { CRON_JOBS, JOBS } from './jobs';
import { PERSISTENT_VOLUME_CLAIMS } from './persistentVolumeClaims';

const interner = new Interner();

it('keeps of a claim what is asked for and what it got', () => {
  const claim = claimsObject(
    {
      storageClassName: 'ssd',
      accessModes: ['ReadWriteOnce'],
      volumeName: 'pv-1',
      resources: { requests: { storage: '10Gi' } },
    },
    { phase: 'Bound', capacity: { storage: '16Gi' } },
  );
  expect(PERSISTENT_VOLUME_CLAIMS.trim(claim, interner)).toEqual({
    ...kept,
    phase: 'Bound',
    storageClass: 'ssd',
    accessModes: ['ReadWriteOnce'],
    volume: 'pv-1',
    requestedBytes: 10 * 2 ** 30,
    capacityBytes: 16 * 2 ** 30,
  });
  expect(
    PERSISTENT_VOLUME_CLAIMS.trim(claimsObject({}), interner),
  ).toMatchObject({
    phase: 'Pending',
    requestedBytes: 0,
  });
});

it('keeps of an autoscaler what it looks at, and why it cannot scale', () => {
  const autoscaler = claimsObject(
    {
      scaleTargetRef: { kind: 'Deployment', name: 'claims' },
      minReplicas: 2,
      maxReplicas: 10,
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { averageUtilization: 70 } },
        },
        {
          type: 'Pods',
          pods: { metric: { name: 'rps' }, target: { averageValue: '100' } },
        },
      ],
    },
    {
      currentReplicas: 3,
      desiredReplicas: 4,
      lastScaleTime: CREATED,
      currentMetrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', current: { averageUtilization: 83 } },
        },
      ],
      conditions: [
        { type: 'AbleToScale', status: 'True' },
        {
          type: 'ScalingActive',
          status: 'False',
          message: 'no metrics of rps',
        },
      ],
    },
  );
  expect(AUTOSCALERS.trim(autoscaler, interner)).toEqual({
    ...kept,
    targetKind: 'Deployment',
    target: 'claims',
    minReplicas: 2,
    maxReplicas: 10,
    currentReplicas: 3,
    desiredReplicas: 4,
    metrics: [
      { name: 'cpu', current: '83%', target: '70%' },
      { name: 'rps', target: '100' },
    ],
    reason: 'no metrics of rps',
    lastScaledAt: '2026-11-21T08:00:00.000Z',
  });
});

describe('a Job', () => {
  it.each([
    ['running', {}, {}],
    ['suspended', { suspend: true }, {}],
    ['complete', {}, { conditions: [{ type: 'Complete', status: 'True' }] }],
    [
      'failed',
      {},
      {
        conditions: [
          { type: 'Failed', status: 'True', message: 'too many retries' },
        ],
      },
    ],
  ])('is %s', (state, spec, status) => {
    const seen = JOBS.trim(claimsObject(spec, status), interner);
    expect(seen.state).toBe(state);
    expect(seen.reason).toBe(
      state === 'failed' ? 'too many retries' : undefined,
    );
  });

  it('says how far it is, and which CronJob made it', () => {
    const job = {
      ...claimsObject(
        { completions: 3 },
        { active: 1, succeeded: 2, startTime: CREATED },
      ),
      metadata: {
        ...metadata,
        ownerReferences: [{ kind: 'CronJob', name: 'nightly' }],
      },
    };
    expect(JOBS.trim(job, interner)).toMatchObject({
      active: 1,
      succeeded: 2,
      completions: 3,
      madeBy: 'nightly',
      startedAt: '2026-11-21T08:00:00.000Z',
    });
  });
});

it('keeps of a CronJob its schedule and when it last ran', () => {
  const cronJob = claimsObject(
    { schedule: '0 2 * * *', timeZone: 'Asia/Shanghai' },
    { active: [{}], lastScheduleTime: CREATED },
  );
  expect(CRON_JOBS.trim(cronJob, interner)).toMatchObject({
    kind: 'CronJob',
    state: 'scheduled',
    active: 1,
    schedule: '0 2 * * *',
    timeZone: 'Asia/Shanghai',
    startedAt: '2026-11-21T08:00:00.000Z',
  });
});
