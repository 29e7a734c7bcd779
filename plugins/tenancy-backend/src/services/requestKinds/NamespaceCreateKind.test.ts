import { TestDatabases } from '@backstage/backend-test-utils';
import {
  amounts,
  lifeDefinition,
  propertyDefinition,
} from '../../__testUtils__/definitions';
import { createKind, namespaceSubject } from '../../__testUtils__/desk';
import {
  createStores,
  LIFE_DEV,
  newNamespace,
  NOW,
} from '../../__testUtils__/stores';

// What the databases do differently is in the stores, and tested there.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('the request kind namespace.create', () => {
  const start = async () => {
    const stores = await createStores(databases, 'SQLITE_3');
    return { ...stores, ...createKind(stores) };
  };

  describe('validate', () => {
    it('answers the normal form, a title in both languages, and the environment', async () => {
      const { kind } = await start();
      expect(
        await kind.validate(
          namespaceSubject({
            payload: {
              name: ' policy ',
              cpu: '2000m',
              memory: '4096Mi',
              colour: 'red',
            },
          }),
        ),
      ).toEqual({
        payload: {
          leaseUntil: '2026-12-31',
          name: 'policy',
          cluster: 'nonprod',
          environment: 'dev',
          cpu: '2',
          memory: '4Gi',
          storage: '20Gi',
          pods: 20,
          persistentVolumeClaims: 10,
        },
        environment: 'dev',
        title: {
          'zh-CN': '在 nonprod 创建命名空间 life-policy-dev（2 核 / 4Gi）',
          en: 'Create namespace life-policy-dev on nonprod (2 cores and 4Gi)',
        },
      });
    });

    it.each([
      ['name', 'X', 'name: A name has at least 2 characters'],
      ['name', 'Policy', 'name: A name is made of lower case letters'],
      ['name', 'a'.repeat(25), 'name: A name has at most 24 characters'],
      ['name', undefined, 'name: '],
      ['cpu', 'two', "cpu: 'two' is not an amount of CPU: write cores"],
      ['cpu', '1m', "cpu: '1m' is out of range: ask for 100m to 1000 cores"],
      ['cpu', '-2', "cpu: '-2' is not an amount of CPU"],
      ['memory', '4Gib', "memory: '4Gib' is not an amount of memory"],
      ['memory', '1Ki', "memory: '1Ki' is out of range: ask for 64Mi to 8Ti"],
      ['environment', 'play', 'environment: Choose one of the environments'],
      ['cluster', '', 'cluster: Choose a cluster'],
      ['cpu', 2, 'cpu: Write CPU as cores, such as 2 or 500m'],
      ['cpu', '1e9', "cpu: '1e9' is not an amount of CPU"],
      ['cpu', '999999999', "cpu: '999999999' is out of range"],
      ['storage', '-1Gi', "storage: '-1Gi' is not an amount of storage"],
      ['storage', '1025Ti', "storage: '1025Ti' is out of range"],
      ['pods', -1, "pods: '-1' is not a number of pods: write a whole number"],
      ['pods', 1.5, "pods: '1.5' is not a number of pods"],
      ['pods', 'many', "pods: 'many' is not a number of pods"],
      ['pods', 1e12, "pods: '1000000000000' is not a number of pods"],
      [
        'persistentVolumeClaims',
        null,
        "persistentVolumeClaims: 'null' is not a number of volume claims",
      ],
    ])('refuses the %s %j at its field', async (field, value, sentence) => {
      const { kind } = await start();
      await expect(
        kind.validate(namespaceSubject({ payload: { [field]: value } })),
      ).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(sentence),
      });
    });

    it('names every field that is wrong at once', async () => {
      const { kind } = await start();
      await expect(
        kind.validate(namespaceSubject({ payload: { cpu: 'x', memory: 'y' } })),
      ).rejects.toThrow(/^cpu: .*; memory: /);
    });

    it('answers unknown, foreign and closed tenants, and people who may only look, alike', async () => {
      const { kind, tenants } = await start();
      const answer = (tenant: string, requester = 'user:default/li-wei') =>
        kind.validate(namespaceSubject({ tenant, requester })).then(
          () => 'accepted',
          ({ name, message }: Error) =>
            `${name}: ${message.replace(tenant, 'X')}`,
        );
      const answers = [
        await answer('nobody'),
        await answer('property'),
        await answer('life', 'user:default/zhang-min'),
        await answer('life', 'user:default/wu-di'),
      ];
      await tenants.applyDefinitions([propertyDefinition()], NOW);
      answers.push(await answer('life'));
      expect(new Set(answers)).toEqual(
        new Set([
          "NotFoundError: There is no tenant 'X' for which you may apply. Choose a tenant in which you are a tenant administrator, developer or operator",
        ]),
      );
    });

    it('says that a tenant is suspended to those who are in it', async () => {
      const { kind, tenants } = await start();
      await tenants.applyDefinitions(
        [lifeDefinition({ state: 'suspended' })],
        NOW,
      );
      await expect(kind.validate(namespaceSubject())).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining("Tenant 'life' is suspended"),
      });
    });

    it.each([
      [
        { cluster: 'moon' },
        "cluster: there is no cluster 'moon'. Choose one of nonprod, prod",
      ],
      [
        { cluster: 'prod', environment: 'dev' },
        "environment: cluster 'prod' takes prod, not 'dev'",
      ],
      [
        { environment: 'test' },
        "environment: tenant 'life' has no quota on cluster 'nonprod' in 'test'. It has nonprod/dev, prod/prod; choose one of them",
      ],
      [
        { cpu: '9' },
        "cpu: this asks for 9 cores, more than the whole quota of tenant 'life' on cluster 'nonprod' in 'dev', which is 8 cores (8 cores left)",
      ],
      [{ memory: '17Gi' }, 'memory: this asks for 17Gi of memory, more than'],
    ])('refuses %j, which can never be given', async (payload, sentence) => {
      const { kind } = await start();
      await expect(
        kind.validate(namespaceSubject({ payload })),
      ).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(sentence),
      });
    });

    it('accepts what fits the pool but not what is left: the pool may have room by then', async () => {
      const { kind, ledger } = await start();
      await ledger.allocate(
        newNamespace('other', { resources: amounts(8, 16) }),
        NOW,
      );
      await expect(
        kind.validate(namespaceSubject({ requestId: 'r1' })),
      ).resolves.toBeDefined();
    });

    it('refuses a name that is held, stands on the cluster, or is asked for by others', async () => {
      const { kind, ledger, clusters } = await start();
      const validate = (requestId: string) =>
        kind.validate(namespaceSubject({ requestId }));
      clusters.namespaces.add('nonprod/life-policy-dev');
      await expect(validate('r1')).rejects.toMatchObject({
        name: 'ConflictError',
        message:
          "name: there already is a namespace 'life-policy-dev' on cluster 'nonprod'. Choose another name",
      });

      clusters.namespaces.clear();
      await kind.reserve(namespaceSubject({ requestId: 'r2' }));
      await expect(validate('r1')).rejects.toThrow(
        'another pending request already asks',
      );
      // Its own reservation is not in the way of a revision.
      await expect(validate('r2')).resolves.toBeDefined();

      await ledger.allocate(
        newNamespace('r3', { name: 'life-claims-dev' }),
        NOW,
      );
      await expect(
        kind.validate(namespaceSubject({ payload: { name: 'claims' } })),
      ).rejects.toThrow("there already is a namespace 'life-claims-dev'");
    });

    it('says which service is away when the clusters cannot be asked', async () => {
      const { kind, clusters } = await start();
      clusters.isDown = true;
      await expect(kind.validate(namespaceSubject())).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
      });
    });
  });

  it('shows the exact objects, and does not count the request among the others', async () => {
    const { kind } = await start();
    await kind.reserve(namespaceSubject({ requestId: 'r1' }));
    await kind.reserve(
      namespaceSubject({ requestId: 'r2', payload: { name: 'claims' } }),
    );
    const { items, objects } = await kind.evidence(
      namespaceSubject({ requestId: 'r1' }),
    );
    expect(items.map(({ id }) => id)).toEqual([
      'pool.cpu',
      'pool.memory',
      'pool.storage',
      'pool.pods',
      'pool.volume-claims',
      'pool.left',
      'pool.pending',
      'tenant.namespaces',
      'pool.used',
      'pool.peak',
      'cluster.capacity',
      'monthly-cost',
      'checks',
    ]);
    expect(items.find(({ id }) => id === 'pool.pending')?.value.en).toMatch(
      /^1, for 2 cores, 4Gi of memory, .* together$/,
    );
    expect(objects.map(({ kind: name }) => name)).toContain('ResourceQuota');
  });

  it('shows a reservation until it is released, however often and late it is repeated', async () => {
    const { kind, ledger, changed } = await start();
    const subject = namespaceSubject();
    await kind.reserve(subject);
    await kind.reserve(subject);
    expect((await ledger.find(LIFE_DEV))?.requested).toEqual(amounts(2, 4));
    await kind.release(subject);
    await kind.release(subject);
    await kind.reserve(subject);
    expect((await ledger.find(LIFE_DEV))?.requested).toEqual(amounts(0, 0));
    expect(new Set(changed)).toEqual(new Set(['life']));
  });

  describe('execute', () => {
    it('allocates, then answers how far it is, and changes nothing when repeated', async () => {
      const { kind, namespaces, ledger } = await start();
      const first = await kind.execute(namespaceSubject());
      expect(first).toMatchObject({
        state: 'working',
        steps: [
          { id: 'allocate', state: 'done' },
          { id: 'apply', state: 'working' },
          { id: 'ready', state: 'waiting' },
        ],
      });
      expect(await kind.execute(namespaceSubject())).toEqual(first);
      expect(await namespaces.listAll()).toHaveLength(1);
      expect((await ledger.find(LIFE_DEV))?.allocated).toEqual(amounts(2, 4));
      expect(await namespaces.findByRequest('r1')).toMatchObject({
        name: 'life-policy-dev',
        purpose: 'Policy service',
        requester: 'user:default/li-wei',
      });
    });

    it('fails with the figures when the quota has too little left, and succeeds when there is room again', async () => {
      const { kind, tenants } = await start();
      const big = namespaceSubject({
        payload: { cpu: '8', storage: '0', pods: 8, persistentVolumeClaims: 0 },
      });
      await kind.execute(
        namespaceSubject({ requestId: 'other', payload: { name: 'claims' } }),
      );
      expect(await kind.execute(big)).toMatchObject({
        state: 'failed',
        message: {
          'zh-CN':
            '租户 life 在 nonprod dev 的配额只剩6 核（共 8 核），不足以满足申请的8 核。请减少用量，或请平台管理员提高配额',
          en: expect.stringContaining(
            "Tenant 'life' has 6 cores left on cluster 'nonprod' in 'dev', of 8 cores; this asks for 8 cores",
          ),
        },
        steps: [
          { id: 'allocate', state: 'failed' },
          { id: 'apply', state: 'waiting' },
          { id: 'ready', state: 'waiting' },
        ],
      });
      const hard = amounts(10, 20);
      await tenants.applyDefinitions(
        [
          lifeDefinition({
            quotas: [{ cluster: 'nonprod', environment: 'dev', hard }],
          }),
        ],
        NOW,
      );
      expect(await kind.execute(big)).toMatchObject({ state: 'working' });
    });

    it('fails in a sentence when somebody took the name meanwhile', async () => {
      const { kind } = await start();
      await kind.execute(namespaceSubject({ requestId: 'r1' }));
      expect(
        await kind.execute(namespaceSubject({ requestId: 'r2' })),
      ).toMatchObject({
        state: 'failed',
        message: {
          'zh-CN': expect.stringContaining(
            '集群 nonprod 上已有命名空间“life-policy-dev”',
          ),
          en: expect.stringContaining(
            "There already is a namespace 'life-policy-dev' on cluster 'nonprod'",
          ),
        },
      });
    });
  });
});
