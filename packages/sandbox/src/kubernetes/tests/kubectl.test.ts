import { spawn } from 'node:child_process';
import { describeKubectl } from './Kubectl';
import { budget, configMap, deployment, pod, quota } from './objects';

jest.setTimeout(120_000);

describeKubectl('kubectl', machine => {
  const { run: kubectl, manifest } = machine;

  it('lists namespaces and nodes', async () => {
    const namespaces = await kubectl('get', 'ns');
    expect(namespaces).toMatch(/^NAME +STATUS +AGE\n/);
    expect(namespaces).toMatch(
      new RegExp(`^${machine.namespace} +Active`, 'm'),
    );
    expect(await kubectl('get', 'nodes')).toMatch(/^nonprod-general-1 +Ready/m);
  });

  it('applies on the client, and again without a change', async () => {
    const file = manifest(configMap('plain', { level: 'info' }));
    expect(await kubectl('apply', '-f', file)).toBe(
      'configmap/plain created\n',
    );
    expect(await kubectl('apply', '-f', file)).toBe(
      'configmap/plain unchanged\n',
    );
    manifest(configMap('plain', { level: 'debug' }));
    expect(await kubectl('apply', '-f', file)).toBe(
      'configmap/plain configured\n',
    );
    const level = await kubectl('get', 'cm/plain', '-o=jsonpath={.data.level}');
    expect(level).toBe('debug');
  });

  it('creates what it sends in protobuf', async () => {
    expect(
      await kubectl('create', 'configmap', 'made', '--from-literal=a=b'),
    ).toBe('configmap/made created\n');
    const a = await kubectl('get', 'cm/made', '-o=jsonpath={.data.a}');
    expect(a).toBe('b');
    await kubectl(
      'create',
      'deployment',
      'made',
      '--image=nginx:1',
      '--replicas=2',
    );
    await kubectl('rollout', 'status', 'deployment/made', '--timeout=30s');
    expect(await kubectl('auth', 'can-i', 'create', 'pods')).toBe('yes\n');
    await kubectl('delete', 'deployment', 'made');
  });

  it('applies on the server, and is told about a conflict', async () => {
    const file = manifest(configMap('shared', { level: 'info' }));
    const apply = (...more: string[]) =>
      kubectl('apply', '--server-side', '-f', file, ...more);
    expect(await apply('--field-manager=portal')).toBe(
      'configmap/shared serverside-applied\n',
    );
    manifest(configMap('shared', { level: 'debug' }));
    await expect(apply('--field-manager=life')).rejects.toMatchObject({
      stderr: expect.stringContaining('conflict with "portal": .data.level'),
    });
    await apply('--field-manager=life', '--force-conflicts');
  });

  it('shows a quota and what it describes', async () => {
    await kubectl('apply', '-f', manifest(quota('limit', { pods: '3' })));
    await kubectl('apply', '-f', manifest(pod('one')));
    await kubectl('wait', 'pod/one', '--for=condition=Ready', '--timeout=30s');
    expect(await kubectl('get', 'quota', '-o', 'wide')).toMatch(
      /^limit +.*pods: 1\/3/m,
    );
    expect(await kubectl('describe', 'quota', 'limit')).toMatch(
      /^pods +1 +3$/m,
    );
    expect(await kubectl('describe', 'pod', 'one')).toMatch(
      /^Status: +Running$/m,
    );
  });

  it('shows logs, and follows them until the pod is gone', async () => {
    await kubectl('apply', '-f', manifest(pod('talking')));
    await kubectl('wait', 'pod/talking', '--for=condition=Ready');
    expect(await kubectl('logs', 'talking')).toContain('INFO 1 --- [main]');
    const following = spawn(
      'kubectl',
      machine.argumentsOf(['logs', '-f', 'talking']),
      { env: machine.environment },
    );
    let followed = '';
    for await (const chunk of following.stdout) {
      // It follows once something came; without the pod it ends by itself.
      if (!followed) await kubectl('delete', 'pod', 'talking');
      followed += chunk;
    }
    expect(followed).toMatch(/优雅停机完成\n$/);
    await expect(kubectl('logs', 'talking')).rejects.toMatchObject({
      stderr: expect.stringContaining('pods "talking" not found'),
    });
  });

  it('cordons, drains with respect for budgets, and uncordons a node', async () => {
    await kubectl('apply', '-f', manifest(deployment('web', 2)));
    await kubectl('apply', '-f', manifest(budget('web', 1)));
    await kubectl('rollout', 'status', 'deployment/web', '--timeout=30s');
    const node = 'nonprod-general-1';
    expect(await kubectl('cordon', node)).toBe(`node/${node} cordoned\n`);
    const nodesOfPods = async () =>
      (
        await kubectl(
          'get',
          'pods',
          '-A',
          '-o=jsonpath={.items[*].spec.nodeName}',
        )
      ).split(' ');
    expect(await nodesOfPods()).toContain(node);
    const drained = await kubectl('drain', node, '--force', '--timeout=60s');
    expect(drained).toContain(`node/${node} drained`);
    expect(await nodesOfPods()).not.toContain(node);
    expect(await kubectl('uncordon', node)).toBe(`node/${node} uncordoned\n`);
  });

  it('shows what nodes and pods use', async () => {
    await kubectl('apply', '-f', manifest(pod('busy')));
    await kubectl('wait', 'pod/busy', '--for=condition=Ready');
    expect(await kubectl('top', 'pods')).toMatch(/^busy +\d+m +\d+Mi/m);
    expect(await kubectl('top', 'nodes')).toMatch(
      /^nonprod-general-1 +\d+m +\d+% +\d+Mi +\d+%/m,
    );
  });

  it('deletes, and waits until the object is gone', async () => {
    await kubectl('apply', '-f', manifest(configMap('gone')));
    expect(await kubectl('delete', 'cm', 'gone')).toMatch(
      /^configmap "gone" deleted/,
    );
    await expect(kubectl('get', 'cm', 'gone')).rejects.toMatchObject({
      stderr: expect.stringContaining('configmaps "gone" not found'),
    });
  });
});
