// Builds a generated service with Maven, as its own pipeline does.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { broken } from './inspectDelivery.mjs';

const MAVEN_MINUTES = 20;
const LAYERS = [
  'dependencies',
  'spring-boot-loader',
  'snapshot-dependencies',
  'application',
];

export const hasMaven = () =>
  spawnSync('mvn', ['--version'], { stdio: 'ignore' }).status === 0;

/** Compiles, tests and packages the service, and builds its image. Lists what went wrong. */
export function failuresOfMaven({ files }, answers) {
  const folder = mkdtempSync(path.join(tmpdir(), 'generated-service-'));
  try {
    for (const [file, text] of files) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    const maven = run('mvn', ['-B', '-ntp', 'verify'], folder);
    if (maven.status !== 0)
      return [`mvn verify failed:\n${lastLinesOf(maven)}`];
    return [
      ...missingLayers(folder, `target/${answers.name}.jar`),
      ...brokenImage(folder, answers),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The image that the pipeline pushes, built into a file and on top of nothing: no registry is asked. */
function brokenImage(folder, { port }) {
  const maven = run(
    'mvn',
    [
      'jib:buildTar',
      '-Djib.from.image=scratch',
      '-Djib.to.image=service:check',
    ],
    folder,
  );
  if (maven.status !== 0) {
    return [`mvn jib:buildTar failed:\n${lastLinesOf(maven)}`];
  }
  const { stdout } = run(
    'tar',
    ['-xOf', 'target/jib-image.tar', 'config.json'],
    folder,
  );
  const { config } = JSON.parse(stdout);
  return broken({
    'the image runs as the user of the manifests':
      config.User === '10001:10001',
    'the image starts the JVM without a shell': config.Entrypoint[0] === 'java',
    'the image opens the port that was asked for':
      `${port}/tcp` in config.ExposedPorts,
  });
}

/** The folders that the Dockerfile copies come out of the jar. */
function missingLayers(folder, jar) {
  const extraction = run(
    'java',
    [
      '-Djarmode=tools',
      '-jar',
      jar,
      'extract',
      '--layers',
      '--destination',
      'extracted',
    ],
    folder,
  );
  if (extraction.status !== 0) return [lastLinesOf(extraction)];
  return LAYERS.filter(
    layer => !existsSync(path.join(folder, 'extracted', layer)),
  ).map(
    layer => `the jar has no layer '${layer}', which the Dockerfile copies`,
  );
}

function run(command, parameters, cwd) {
  return spawnSync(command, parameters, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    timeout: MAVEN_MINUTES * 60_000,
  });
}

function lastLinesOf({ stdout, stderr, error }) {
  const lines = `${stdout}\n${stderr}\n${error ?? ''}`.split('\n');
  const errors = lines.filter(line => line.startsWith('[ERROR]'));
  return (errors.length ? errors : lines).slice(-40).join('\n');
}
