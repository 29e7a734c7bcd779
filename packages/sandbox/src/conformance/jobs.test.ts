import type { Answer } from '../kubernetes/tests/ApiClient';
import type { KubernetesObject } from '../kubernetes/storage/KubernetesObject';
import { describeConformance } from './describeConformance';
import { END, unplaced } from './unplaced';

describeConformance(
  'Jobs and CronJobs',
  cluster => {
    let namespace: string;
    let name: string;
    beforeAll(async () => {
      namespace = await cluster().namespace();
    });
    beforeEach(() => {
      name = cluster().unique('work');
    });
    const batch = () => `/apis/batch/v1/namespaces/${namespace}`;
    const where = () => `${batch()}/jobs/${name}`;
    const podsAt = () =>
      `/api/v1/namespaces/${namespace}/pods?labelSelector=job-name%3D${name}`;
    const template = unplaced(undefined, { restartPolicy: 'Never' });
    const create = (spec: object) =>
      cluster().expectCreated(`${batch()}/jobs`, {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name },
        spec: { template, ...spec },
      });
    const pods = async (count: number): Promise<KubernetesObject[]> => {
      const { body } = await cluster().eventually(
        podsAt(),
        answer => answer.body.items.length === count,
      );
      return body.items;
    };
    /** What a kubelet says of a pod that has ended. */
    const end = ({ metadata }: KubernetesObject, phase: string) =>
      cluster().patch(
        `/api/v1/namespaces/${namespace}/pods/${metadata.name}/status`,
        'merge',
        { status: { phase } },
      );
    /** `any`, as a test knows which fields it waits for. */
    const status = (isThere: (status: any) => boolean) =>
      cluster().eventually(where(), ({ body }) => isThere(body?.status ?? {}));
    const conditions = ({ body }: Answer) =>
      body.status.conditions.map(
        (each: { type: string; status: string; reason: string }) =>
          `${each.type}=${each.status} ${each.reason}`,
      );
    const says =
      (type: string) =>
      (body: { conditions?: { type: string; status: string }[] }) =>
        body.conditions?.some(
          each => each.type === type && each.status === 'True',
        ) ?? false;

    it('select their pods by what nobody else has', async () => {
      const { metadata, spec } = await create({});
      const labels = {
        'batch.kubernetes.io/controller-uid': metadata.uid,
        'batch.kubernetes.io/job-name': name,
        'controller-uid': metadata.uid,
        'job-name': name,
      };
      expect(metadata.labels).toEqual(labels);
      expect(spec.selector).toEqual({
        matchLabels: { 'batch.kubernetes.io/controller-uid': metadata.uid },
      });
      expect(spec.template.metadata.labels).toEqual(labels);
      const [pod] = await pods(1);
      expect(pod.metadata).toMatchObject({
        name: expect.stringMatching(new RegExp(`^${name}-${END}{5}$`)),
        generateName: `${name}-`,
        labels,
        finalizers: ['batch.kubernetes.io/job-tracking'],
        ownerReferences: [{ kind: 'Job', name, uid: metadata.uid }],
      });
    });

    it('run so many pods at once, and are complete when enough of them have succeeded', async () => {
      await create({ completions: 3, parallelism: 2 });
      const two = await pods(2);
      const active = await status(body => body.active === 2);
      expect(active.body.status).toEqual({
        active: 2,
        ready: 0,
        terminating: 0,
        startTime: expect.stringMatching(/Z$/),
        uncountedTerminatedPods: {},
      });
      for (const pod of two) await end(pod, 'Succeeded');
      const three = await pods(3);
      const last = three.find(
        pod => !two.some(each => each.metadata.uid === pod.metadata.uid),
      );
      await end(last!, 'Succeeded');
      const done = await status(says('Complete'));
      expect(conditions(done)).toEqual([
        'SuccessCriteriaMet=True CompletionsReached',
        'Complete=True CompletionsReached',
      ]);
      expect(done.body.status).toMatchObject({
        succeeded: 3,
        ready: 0,
        completionTime: expect.stringMatching(/Z$/),
        uncountedTerminatedPods: {},
      });
      expect(done.body.status.active).toBeUndefined();
      for (const pod of await pods(3)) {
        expect(pod.metadata.finalizers).toBeUndefined();
      }
    });

    it('fail when too many pods have', async () => {
      await create({ backoffLimit: 0 });
      const [pod] = await pods(1);
      await end(pod, 'Failed');
      const failed = await status(says('Failed'));
      expect(conditions(failed)).toEqual([
        'FailureTarget=True BackoffLimitExceeded',
        'Failed=True BackoffLimitExceeded',
      ]);
      expect(failed.body.status).toMatchObject({ failed: 1 });
      expect(failed.body.status.completionTime).toBeUndefined();
    });

    it('fail when they take too long', async () => {
      await create({ activeDeadlineSeconds: 1 });
      const failed = await status(says('Failed'));
      expect(conditions(failed)).toContain('Failed=True DeadlineExceeded');
      await pods(0);
    });

    it('wait while they are suspended', async () => {
      await create({ suspend: true });
      const suspended = await status(says('Suspended'));
      expect(conditions(suspended)).toEqual(['Suspended=True JobSuspended']);
      expect(suspended.body.status.startTime).toBeUndefined();
      await pods(0);
      await cluster().patch(where(), 'merge', { spec: { suspend: false } });
      await pods(1);
      const resumed = await status(body => body.active === 1);
      expect(conditions(resumed)).toEqual(['Suspended=False JobResumed']);
    });

    it('give each pod its part of the work where the parts have numbers', async () => {
      await create({
        completions: 2,
        parallelism: 2,
        completionMode: 'Indexed',
      });
      const made = await pods(2);
      const index = 'batch.kubernetes.io/job-completion-index';
      const indexes = made.map(({ metadata }) => metadata.annotations?.[index]);
      expect(indexes.sort()).toEqual(['0', '1']);
      for (const { metadata, spec } of made) {
        const own = metadata.annotations?.[index];
        expect(metadata.labels?.[index]).toBe(own);
        expect(spec.hostname).toBe(`${name}-${own}`);
        expect(metadata.name).toMatch(new RegExp(`^${name}-${own}-${END}{5}$`));
      }
      for (const pod of made) await end(pod, 'Succeeded');
      const done = await status(says('Complete'));
      expect(done.body.status.completedIndexes).toBe('0,1');
    });

    it('are forgotten with their pods when they want to be', async () => {
      await create({ ttlSecondsAfterFinished: 1 });
      const [pod] = await pods(1);
      await end(pod, 'Succeeded');
      await cluster().eventually(where(), answer => answer.status === 404);
      expect(await pods(0)).toEqual([]);
    });

    describe('by a schedule', () => {
      const cron = () => `${batch()}/cronjobs/${name}`;
      const createCron = async (spec: object) => {
        await cluster().expectCreated(`${batch()}/cronjobs`, {
          apiVersion: 'batch/v1',
          kind: 'CronJob',
          metadata: { name },
          spec: {
            schedule: '* * * * *',
            jobTemplate: {
              metadata: { labels: { cron: name }, annotations: { a: 'b' } },
              spec: { template },
            },
            ...spec,
          },
        });
        // It ran last an hour ago: its time has come.
        const hourAgo = `${new Date(Date.now() - 3600_000).toISOString().slice(0, 17)}00Z`;
        await cluster().patch(`${cron()}/status`, 'merge', {
          status: { lastScheduleTime: hourAgo },
        });
      };
      const jobs = (count: number) =>
        cluster().eventually(
          `${batch()}/jobs?labelSelector=cron%3D${name}`,
          ({ body }) => body.items.length === count,
        );

      it('are made for the last time that has come, and not for those before', async () => {
        await createCron({});
        const [job] = (await jobs(1)).body.items;
        const minute = Number(job.metadata.name.slice(name.length + 1));
        const at = `${new Date(minute * 60_000).toISOString().slice(0, 19)}Z`;
        expect(job.metadata).toMatchObject({
          annotations: {
            a: 'b',
            'batch.kubernetes.io/cronjob-scheduled-timestamp': at,
          },
          labels: { cron: name },
          ownerReferences: [
            { apiVersion: 'batch/v1', kind: 'CronJob', name, controller: true },
          ],
        });
        expect(Math.abs(Date.now() / 60_000 - minute)).toBeLessThan(2);
        const { body } = await cluster().eventually(
          cron(),
          answer => answer.body.status.active?.length === 1,
        );
        expect(body.status.lastScheduleTime).toBe(at);
        expect(body.status.active[0]).toMatchObject({
          kind: 'Job',
          name: job.metadata.name,
          uid: job.metadata.uid,
        });
      });

      it('are not made while that is suspended', async () => {
        await createCron({ suspend: true });
        const other = name;
        name = cluster().unique('work');
        await createCron({});
        await jobs(1);
        name = other;
        expect((await jobs(0)).body.items).toEqual([]);
      });

      it('go with it', async () => {
        await createCron({});
        await jobs(1);
        await cluster().delete(cron());
        expect((await jobs(0)).body.items).toEqual([]);
      });
    });
  },
  { needsControllers: true },
);
