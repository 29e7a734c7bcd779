import { TestDatabases } from '@backstage/backend-test-utils';
import {
  amountsOfResources,
  NAMESPACE_RESIZE,
} from '@caas/plugin-tenancy-common';
import { amounts } from '../__testUtils__/definitions';
import { namespaceSubject } from '../__testUtils__/desk';
import { createPortal } from '../__testUtils__/portal';
import { createStores, NOW } from '../__testUtils__/stores';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())(
  'the reconciler of namespaces on %s',
  databaseId => {
    const start = async () => {
      const stores = await createStores(databases, databaseId);
      const portal = createPortal(stores);
      const subject = namespaceSubject();
      const execute = () => portal.kind.execute(subject);
      return { ...stores, portal, execute };
    };

    it('hands the objects to clusters, and is done when they are ready', async () => {
      const { portal, execute, namespaces } = await start();
      portal.clusters.nextState = 'waiting';
      portal.clusters.reason = 'The namespace is not active yet';
      await execute();
      await portal.after(0);
      expect(await execute()).toMatchObject({
        state: 'working',
        message: {
          'zh-CN': '对象尚未就绪：The namespace is not active yet',
          en: 'The namespace is not active yet',
        },
        steps: [
          { id: 'allocate', state: 'done' },
          { id: 'apply', state: 'done' },
          { id: 'ready', state: 'working' },
        ],
      });
      const [set] = portal.clusters.applySets.values();
      expect(set).toMatchObject({
        cluster: 'nonprod',
        id: expect.stringMatching(/^tenancy\.namespace\.ns-[0-9a-f]{20}$/),
        tenant: 'life',
        generation: 1,
        reason: 'r1',
      });
      expect(set.wanted.objects[0].metadata.name).toBe('life-policy-dev');

      portal.clusters.settleAll('ready');
      await portal.after(10);
      expect(await execute()).toMatchObject({ state: 'done' });
      expect(await namespaces.findByRequest('r1')).toMatchObject({
        state: 'ready',
      });
      expect(portal.clusters.writes).toBe(1);
      expect(new Set(portal.announced)).toEqual(new Set(['life']));
      expect(new Set(portal.moved)).toEqual(new Set(['r1']));
    });

    it('tells the desk at once of the request that is being carried out, and of no other', async () => {
      const { portal, execute, namespaces } = await start();
      const told = () => new Set(portal.moved.splice(0));
      await execute();
      await portal.after(0);
      expect(told()).toEqual(new Set(['r1']));

      const { id } = (await namespaces.findByRequest('r1'))!;
      const size = amountsOfResources(amounts(4, 8));
      const resize = portal.kinds[NAMESPACE_RESIZE];
      const asked = namespaceSubject({ requestId: 'r2' });
      const payload = { namespace: id, ...size };
      const resized = {
        ...asked,
        payload: (await resize.validate({ ...asked, payload })).payload,
      };
      portal.clusters.nextState = 'waiting';
      await resize.execute(resized);
      await portal.after(0);
      portal.moved.length = 0;
      portal.clusters.settleAll('ready');
      await portal.after(10);
      expect(told()).toEqual(new Set(['r2']));
      expect(await resize.execute(resized)).toMatchObject({ state: 'done' });

      portal.clusters.settleAll('stalled', 'Somebody deleted the quota');
      await portal.after(600);
      expect(await namespaces.find(id)).toMatchObject({ state: 'failed' });
      expect(told()).toEqual(new Set());

      await namespaces.beginDeletion({ requestId: 'r3', namespaceId: id }, NOW);
      await portal.after(600);
      expect(await namespaces.find(id)).toMatchObject({ state: 'deleted' });
      expect(told()).toEqual(new Set(['r3']));
    });

    it('waits with the reason while the cluster is away, and completes when it is back', async () => {
      const { portal, execute } = await start();
      portal.clusters.nextState = 'retrying';
      portal.clusters.reason = "Cluster 'nonprod' does not answer";
      await execute();
      for (let minute = 0; minute < 60; minute += 1) await portal.after(60);
      expect(await execute()).toMatchObject({
        state: 'working',
        message: { en: "Cluster 'nonprod' does not answer" },
        steps: [{}, { id: 'apply', state: 'working' }, {}],
      });
      portal.clusters.settleAll('ready');
      await portal.after(10);
      expect(await execute()).toMatchObject({ state: 'done' });
    });

    it('tries again while the clusters service itself is away', async () => {
      const { portal, execute } = await start();
      await execute();
      portal.clusters.isDown = true;
      await portal.after(0);
      await portal.after(60);
      expect(await execute()).toMatchObject({
        state: 'working',
        message: { en: 'The clusters service is down' },
      });
      portal.clusters.isDown = false;
      await portal.after(60);
      expect(await execute()).toMatchObject({ state: 'done' });
    });

    it('fails when an object is refused, says so once, and begins anew when a person retries', async () => {
      const { portal, execute } = await start();
      portal.clusters.nextState = 'stalled';
      portal.clusters.reason = 'nonprod refuses the ResourceQuota';
      await execute();
      await portal.after(0);
      expect(await execute()).toMatchObject({
        state: 'failed',
        message: {
          'zh-CN': '集群“nonprod”拒绝了对象：nonprod refuses the ResourceQuota',
          en: 'nonprod refuses the ResourceQuota',
        },
        steps: [{ state: 'done' }, { state: 'failed' }, { state: 'waiting' }],
      });

      portal.clusters.nextState = 'ready';
      portal.clusters.reason = undefined;
      expect(await execute()).toMatchObject({ state: 'working' });
      await portal.after(0);
      expect(await execute()).toMatchObject({ state: 'done' });
      const [set] = portal.clusters.applySets.values();
      expect(set.generation).toBe(2);
    });

    it('notices by itself that somebody has mended a failed one', async () => {
      const { portal, execute, namespaces } = await start();
      portal.clusters.nextState = 'stalled';
      await execute();
      await portal.after(0);
      portal.clusters.settleAll('ready');
      await portal.after(30);
      expect(await namespaces.findByRequest('r1')).toMatchObject({
        state: 'ready',
      });
    });

    it('notices that a ready one has stalled since, and keeps it ready while its cluster is away', async () => {
      const { portal, execute, namespaces } = await start();
      await execute();
      await portal.after(0);
      portal.clusters.settleAll('retrying', "Cluster 'nonprod' is away");
      await portal.after(600);
      expect(await namespaces.findByRequest('r1')).toMatchObject({
        state: 'ready',
        message: { en: "Cluster 'nonprod' is away" },
      });
      portal.clusters.settleAll('stalled', 'Somebody deleted the quota');
      await portal.after(600);
      expect(await namespaces.findByRequest('r1')).toMatchObject({
        state: 'failed',
        message: { en: 'Somebody deleted the quota' },
      });
    });

    it('puts the objects again when clusters has lost them', async () => {
      const { portal, execute } = await start();
      await execute();
      await portal.after(0);
      portal.clusters.applySets.clear();
      await portal.after(600);
      expect(portal.clusters.applySets.size).toBe(1);
    });

    it('works through more namespaces than one batch, with several workers', async () => {
      const { portal, namespaces } = await start();
      for (let index = 0; index < 25; index += 1) {
        await portal.kind.execute(
          namespaceSubject({
            requestId: `r${index}`,
            payload: {
              name: `app-${index}`,
              cpu: '100m',
              memory: '64Mi',
              storage: '0',
              pods: 1,
              persistentVolumeClaims: 0,
            },
          }),
        );
      }
      await Promise.all([portal.reconciler.run(), portal.reconciler.run()]);
      const all = await namespaces.listAll();
      expect(all.filter(({ state }) => state === 'ready')).toHaveLength(25);
      expect(portal.clusters.writes).toBe(25);
    });
  },
);
