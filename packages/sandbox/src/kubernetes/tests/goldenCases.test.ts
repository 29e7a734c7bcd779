import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ClusterBench, type Answer } from './ClusterBench';
import { comparable } from './comparable';
import { pod } from './objects';

/** What Kubernetes' own merge answered to a sequence of writes, recorded once. */
type Step = {
  verb: 'apply' | 'create' | 'update';
  manager: string;
  force?: boolean;
  path: string;
  /** `any`, as JSON.parse types it: the case knows its kind. */
  body: any;
  answer: Pick<Answer, 'status' | 'body'>;
};
/** The namespace is the recorder's; some sentences name it. */
type Case = { title: string; namespace: string; steps: Step[] };

const BESIDE_REPOSITORY = path.resolve(
  __dirname,
  '../../../../../../shared/data/kubernetes-ssa-cases.json',
);
const file =
  process.env.SSA_CASES ??
  (existsSync(BESIDE_REPOSITORY) ? BESIDE_REPOSITORY : undefined);
const cases: Case[] = (
  file ? JSON.parse(readFileSync(file, 'utf8')).cases : []
).map((each: Case, index: number) => ({ ...each, namespace: `t${index}` }));

describe('Server-side apply, as Kubernetes recorded it', () => {
  if (!file) {
    // eslint-disable-next-line jest/no-disabled-tests, jest/expect-expect -- it says what is missing
    it.skip('replays the recorded cases (needs SSA_CASES, the path of kubernetes-ssa-cases.json, which is not set)', () => {});
    return;
  }

  const bench = ClusterBench.forTests();

  async function play(step: Step, namespace: string): Promise<Answer> {
    const { verb, manager, force } = step;
    const where = step.path.replace('{namespace}', namespace);
    if (verb === 'apply')
      return bench.apply(where, step.body, { manager, force });
    const method = verb === 'create' ? 'POST' : 'PUT';
    return bench.send(method, `${where}?fieldManager=${manager}`, step.body);
  }

  /** The recorder took any uid for an owner's; here an object whose owner is not there would be collected. */
  async function withRealOwners(steps: Step[], namespace: string) {
    let text = JSON.stringify(steps);
    const owners = steps.flatMap(
      ({ body }) => body.metadata.ownerReferences ?? [],
    );
    for (const { name, uid } of owners) {
      const pods = `/api/v1/namespaces/${namespace}/pods`;
      const { metadata } = (await bench.post(pods, pod(name))).body;
      // Plain in the reference, quoted in the field of its manager.
      text = text.replace(
        new RegExp(`(uid\\\\?":\\\\?")${uid}(\\\\?")`, 'g'),
        `$1${metadata.uid}$2`,
      );
    }
    return JSON.parse(text) as Step[];
  }

  it.each(cases)('$title', async ({ steps, namespace }) => {
    await bench.namespace(namespace);
    const played = await withRealOwners(steps, namespace);
    const sent = played.map(step => step.body);
    for (const [index, step] of played.entries()) {
      const { status, body } = await play(step, namespace);
      // The recorder answers 200 to an apply that creates, an API server 201.
      const creates = index === 0 && step.answer.status === 200;
      expect({ status, body: comparable(body, sent) }).toEqual({
        status: creates ? 201 : step.answer.status,
        body: comparable(step.answer.body, sent),
      });
    }
  });
});
