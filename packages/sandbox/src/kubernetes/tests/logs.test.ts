import { until } from '@caas/backend-testing/processes';
import { failure } from '../../conformance/answers';
import { ClusterBench } from './ClusterBench';
import { pod } from './objects';

/** A container writes when it writes: now and then a line takes some seconds. */
jest.setTimeout(60_000);

describe('Logs', () => {
  const bench = ClusterBench.forTests();
  let namespace: string;
  let pods: string;
  beforeEach(async () => {
    namespace = await bench.namespace();
    pods = `/api/v1/namespaces/${namespace}/pods`;
  });

  const run = async (name: string) => {
    await bench.post(pods, pod(name));
    await until(`${name} runs`, 20_000, async () => {
      const { body } = await bench.get(`${pods}/${name}`);
      return body.status.phase === 'Running';
    });
  };
  const linesOf = (text: string) => text.split('\n').slice(0, -1);
  /** The log of a pod once its application has started. */
  const started = (query = '') =>
    until('the start is written', 20_000, async () => {
      const { text } = await bench.get(`${pods}/one/log${query}`);
      return text.includes('Tomcat started') && text;
    });

  it('are plain text with a line for what the application did', async () => {
    await run('one');
    const text = await started();
    expect(text).toMatch(/^2\d{3}-.* INFO 1 --- \[main\] \[main\] /);
    const { status, type } = await bench.get(`${pods}/one/log?container=main`);
    expect([status, type]).toEqual([200, 'text/plain']);
  });

  it('can be cut: the last lines, the first bytes, what is new', async () => {
    await run('one');
    await started();
    const at = (query: string) => bench.get(`${pods}/one/log?${query}`);
    expect(linesOf((await at('tailLines=2')).text)).toHaveLength(2);
    expect((await at('tailLines=0')).text).toBe('');
    expect((await at('limitBytes=10')).text).toHaveLength(10);
    const later = new Date(Date.now() + 3600_000).toISOString();
    expect((await at(`sinceTime=${later}`)).text).toBe('');
    const whole = (await at('sinceSeconds=3600')).text;
    expect(whole).toContain('Starting Application');
  });

  it('carry the time of each line when it is asked for', async () => {
    await run('one');
    const [first] = linesOf(await started('?timestamps=true'));
    expect(first).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z 2\d{3}-/);
  });

  it('go on while they are followed, and end with the pod', async () => {
    await run('one');
    await started();
    const stream = await bench.stream(
      `${pods}/one/log?follow=true&tailLines=0`,
    );
    const read = (async () => {
      let text = '';
      for await (const chunk of stream) {
        // The first new line is what was waited for.
        if (!text) await bench.delete(`${pods}/one`);
        text += chunk;
      }
      return text;
    })();
    const text = await read;
    expect(linesOf(text).length).toBeGreaterThan(0);
    expect(text).not.toContain('Starting Application');
    expect(text).toContain('优雅停机完成');
  });

  it('of a container that waits are refused in the words of a kubelet', async () => {
    await bench.post(pods, pod('one', { image: 'life/policy:missing' }));
    await until('the pull has failed', 20_000, async () => {
      const { body } = await bench.get(`${pods}/one/log`);
      return body?.message.endsWith('trying and failing to pull image');
    });
    expect(failure(await bench.get(`${pods}/one/log`))).toEqual([
      400,
      'BadRequest',
      'container "main" in pod "one" is waiting to start: trying and failing to pull image',
    ]);
  });

  it('of the run before are there once there was one', async () => {
    await run('one');
    expect(failure(await bench.get(`${pods}/one/log?previous=true`))).toEqual([
      400,
      'BadRequest',
      'previous terminated container "main" in pod "one" not found',
    ]);
    const annotations = { 'sandbox.caas.io/exit-after-seconds': '0' };
    await bench.post(pods, pod('two', { annotations }));
    const { text } = await until('it has crashed', 20_000, async () => {
      const answer = await bench.get(`${pods}/two/log?previous=true`);
      return answer.status === 200 && answer;
    });
    expect(linesOf(text).pop()).toContain('应用启动失败');
    // While it waits for its next run, the last one is what there is.
    expect((await bench.get(`${pods}/two/log`)).text).toBe(text);
  });
});
