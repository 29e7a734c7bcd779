import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadAllYaml } from '@kubernetes/client-node';
import { nameOfRight, RIGHTS } from '../domain/rights';

type Rule = { apiGroups: string[]; resources: string[]; verbs: string[] };

describe('the account of the portal in docs/runbooks/add-a-cluster.md', () => {
  // eslint-disable-next-line no-restricted-syntax -- runs from the sources only, never from a bundle
  const root = path.resolve(__dirname, '../../../..');
  const file = path.join(root, 'docs/runbooks/add-a-cluster.md');
  const [, manifest] = /```yaml\n(apiVersion[\s\S]*?)```/.exec(
    readFileSync(file, 'utf8'),
  )!;
  const role = loadAllYaml(manifest).find(
    ({ kind }: { kind: string }) => kind === 'ClusterRole',
  );
  const rules: Rule[] = role.rules;

  it.each(RIGHTS.map(right => [right.use, nameOfRight(right), right] as const))(
    'has what the test of a connection asks for %s: %s',
    (_use, _name, { group, resource, subresource, verbs }) => {
      const asked = subresource ? `${resource}/${subresource}` : resource;
      const granted = rules
        .filter(
          ({ apiGroups, resources }) =>
            apiGroups.includes(group) && resources.includes(asked),
        )
        .flatMap(rule => rule.verbs);
      expect(granted).toEqual(expect.arrayContaining([...verbs]));
    },
  );
});
