// A container of an image that buildah has, run by runc as Kubernetes runs it: read-only root file system, the image's own
// user, no capabilities, no new privileges, and a /tmp in memory. It shares the network of the machine, so that it reaches what
// runs there. Needs root.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawnPart } from './spawnPart.mjs';

const buildah = (...args) =>
  execFileSync('buildah', args, { encoding: 'utf8' }).trim();

/** What the image says about itself: Env, Cmd, Entrypoint, User, WorkingDir, Healthcheck. */
export function readImage(image) {
  const facts = JSON.parse(buildah('inspect', '--type', 'image', image));
  return facts.Docker.config;
}

export class Container {
  /**
   * `environment` on top of the image's; `args` after the image's command; `volumes`: files and folders by their place inside,
   * read-only.
   */
  static create({ image, environment = {}, args: more = [], volumes = {} }) {
    const config = readImage(image);
    const working = buildah('from', image);
    const root = buildah('mount', working);
    const bundle = mkdtempSync(path.join(tmpdir(), 'portal-container-'));
    const args = [config.Entrypoint, config.Cmd, more].flatMap(
      part => part ?? [],
    );
    const env = Object.entries(environment).map(pair => pair.join('='));
    const [uid, gid = uid] = config.User.split(':').map(Number);
    const user = { uid, gid };
    const spec = {
      ociVersion: '1.0.2',
      root: { path: root, readonly: true },
      process: {
        user,
        args,
        env: [...config.Env, ...env],
        cwd: config.WorkingDir || '/',
        capabilities: {},
        noNewPrivileges: true,
      },
      mounts: mounts(volumes),
      linux: {
        namespaces: ['pid', 'mount', 'ipc', 'uts'].map(type => ({ type })),
      },
    };
    writeFileSync(path.join(bundle, 'config.json'), JSON.stringify(spec));
    return new Container(working, root, bundle, config);
  }

  constructor(working, root, bundle, config) {
    this.working = working;
    /** The image's files, seen from outside. */
    this.root = root;
    this.bundle = bundle;
    this.config = config;
    this.name = path.basename(bundle);
  }

  start() {
    this.part = spawnPart('container', 'runc', [
      'run',
      '--bundle',
      this.bundle,
      this.name,
    ]);
    return this.part;
  }

  /** Runs a command inside, as the image's user; gives its exit code and output. */
  async exec(...command) {
    const part = spawnPart('command', 'runc', ['exec', this.name, ...command]);
    const { code } = await part.over;
    return { code, output: part.log() };
  }

  /** The process with the signal is the first one of the container, as with `docker stop` and in Kubernetes. */
  async stop(signal = 'TERM', seconds = 60) {
    execFileSync('runc', ['kill', this.name, signal]);
    const timer = setTimeout(
      () => execFileSync('runc', ['kill', this.name, 'KILL']),
      seconds * 1000,
    );
    const ended = await this.part.over;
    clearTimeout(timer);
    return ended;
  }

  async remove() {
    if (this.part && !this.part.isOver()) await this.stop('KILL');
    buildah('umount', this.working);
    buildah('rm', this.working);
    rmSync(this.bundle, { recursive: true, force: true });
  }
}

function mounts(volumes) {
  const safe = ['nosuid', 'nodev'];
  return [
    { destination: '/proc', type: 'proc', source: 'proc' },
    device('/dev', 'tmpfs', ['nosuid', 'mode=755']),
    device('/tmp', 'tmpfs', [...safe, 'mode=1777', 'size=512m']),
    ...Object.entries(volumes).map(([destination, source]) => ({
      destination,
      source,
      type: 'bind',
      options: ['bind', 'ro', ...safe],
    })),
  ];
}

function device(destination, type, options) {
  return { destination, type, source: type, options };
}
