// The container standard, held against what a service is generated with: image, pipeline, manifests.
import { parse } from 'yaml';

/** Lists the names of the promises that are not kept. */
export const broken = promises =>
  Object.entries(promises)
    .filter(([, kept]) => !kept)
    .map(([name]) => name);

const inOrder = (text, words) =>
  words.every(
    (word, index) =>
      text.includes(word) &&
      (!index || text.indexOf(words[index - 1]) < text.indexOf(word)),
  );

export function brokenDockerfile({ files }) {
  const text = files.get('Dockerfile');
  const stages = text.match(/^FROM .*/gm) ?? [];
  return broken({
    'the image is built in two stages': stages.length === 2,
    'the application is copied in four layers':
      text.match(/^COPY --from=layers /gm)?.length === 4,
    'the image runs as a numeric user who is not root':
      /^USER [1-9]\d*:[1-9]\d*$/m.test(text),
    'the JVM is started without a shell': /^ENTRYPOINT \["java",/m.test(text),
    'no image is called latest': !/:latest\b/.test(text),
  });
}

export function brokenPipeline({ files }) {
  const text = files.get('Jenkinsfile');
  const pod = parse(files.get('ci/pod.yaml'));
  const everything = [...files]
    .filter(([file]) => /^(Jenkinsfile|ci\/)/.test(file))
    .map(([, content]) => content.replace(/^\s*(#|\/\/).*$/gm, ''))
    .join('\n');
  return broken({
    'it is declarative': /^pipeline \{/m.test(text),
    'no executor is held by the whole pipeline': /^ {2}agent none$/m.test(text),
    'brackets are balanced': ['{}', '()', '[]'].every(
      ([open, close]) => text.split(open).length === text.split(close).length,
    ),
    'sh gets single quotes only': !/\bsh\b\s*\(?[^'\n]*"/.test(text),
    'credentials are bound per step':
      !/\bcredentials\(/.test(text) && text.includes('withCredentials('),
    'no environment is printed': !/(?<![.\w-])(printenv|env)\s*(\||>|$)/m.test(
      everything,
    ),
    'nothing is called latest': !/:latest\b/.test(everything),
    'no container is privileged': !/privileged/.test(everything),
    'no container engine of the host is used': !/docker\.sock/.test(everything),
    'it ends at the image registry': !/kubectl|helm |kustomize build/.test(
      everything,
    ),
    'no container of it runs as root':
      pod.spec.securityContext.runAsNonRoot === true &&
      pod.spec.securityContext.runAsUser > 0 &&
      pod.spec.containers.every(
        ({ securityContext }) =>
          !['runAsUser', 'runAsNonRoot'].some(key => key in securityContext),
      ),
    'containers add no capabilities': pod.spec.containers.every(
      ({ securityContext }) => !securityContext.capabilities.add,
    ),
    'it verifies before it pushes, and scans and signs what it pushed': inOrder(
      text,
      ['mvn verify', 'push-image.sh', 'scan-image.sh', 'sign-image.sh'],
    ),
    'every script that it runs exists': [
      ...text.matchAll(/ci\/scripts\/[\w-]+\.sh/g),
    ].every(([file]) => files.has(file)),
    'containers may not gain privileges': pod.spec.containers.every(
      ({ securityContext }) =>
        securityContext.allowPrivilegeEscalation === false &&
        securityContext.capabilities.drop.includes('ALL'),
    ),
  });
}

export function brokenManifests({ files }, answers) {
  const read = name => parse(files.get(`deploy/base/${name}.yaml`));
  const deployment = read('deployment');
  const service = read('service');
  const budget = read('poddisruptionbudget');
  const kustomization = read('kustomization');
  const { template, replicas, strategy, selector } = deployment.spec;
  const [container] = template.spec.containers;
  const probes = ['startupProbe', 'livenessProbe', 'readinessProbe'];
  const labels = template.metadata.labels;
  const selects = wanted =>
    Object.entries(wanted).every(([key, value]) => labels[key] === value);
  return broken({
    'there are two replicas or more': replicas >= 2,
    'a rollout takes no replica away':
      strategy.rollingUpdate.maxUnavailable === 0,
    'pods do not run as root':
      template.spec.securityContext.runAsNonRoot === true,
    'pods have no token': template.spec.automountServiceAccountToken === false,
    'the seccomp profile is set':
      template.spec.securityContext.seccompProfile.type === 'RuntimeDefault',
    'the root file system is read only':
      container.securityContext.readOnlyRootFilesystem === true,
    'the container may not gain privileges':
      container.securityContext.allowPrivilegeEscalation === false,
    'the container drops all capabilities':
      container.securityContext.capabilities.drop.includes('ALL'),
    'memory request and limit are equal':
      container.resources.requests.memory === container.resources.limits.memory,
    'the heap follows the memory limit': container.env?.some(
      ({ name, value }) =>
        name === 'JAVA_TOOL_OPTIONS' && value.includes('MaxRAMPercentage'),
    ),
    'the pods run as the user of the image':
      template.spec.securityContext.runAsUser === 10001,
    'every probe asks over HTTP': probes.every(
      name => container[name]?.httpGet,
    ),
    'the pod leaves the load balancer before it stops':
      container.lifecycle.preStop.sleep.seconds <
      template.spec.terminationGracePeriodSeconds,
    'the image is not called latest': !container.image.endsWith(':latest'),
    'the container listens on the port that was asked for':
      container.ports[0].containerPort === answers.port,
    'deployment, service and budget select its pods': [
      selector.matchLabels,
      service.spec.selector,
      budget.spec.selector.matchLabels,
    ].every(selects),
    'kustomization lists files that exist': kustomization.resources.every(
      file => files.has(`deploy/base/${file}`),
    ),
    'the configuration that the container reads is generated':
      kustomization.configMapGenerator[0].name ===
      container.envFrom[0].configMapRef.name,
  });
}
