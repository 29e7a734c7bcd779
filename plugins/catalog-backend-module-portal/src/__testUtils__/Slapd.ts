import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, until } from '@caas/backend-testing/processes';

const SLAPD = '/usr/sbin/slapd';
const MODULES = '/usr/lib/ldap';

/** Whether Debian's packages `slapd` and `ldap-utils` are installed. */
export const hasSlapd = [SLAPD, '/usr/bin/ldapmodify'].every(existsSync);

/** A directory server of OpenLDAP with what a test puts in it. */
export class Slapd {
  static readonly BASE = 'dc=insurer,dc=example';
  static readonly BIND_DN = `cn=reader,${Slapd.BASE}`;
  static readonly BIND_SECRET = 'only-in-this-test';

  private process: ChildProcess | undefined;
  private questions = 0;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  static async start(ldif: string): Promise<Slapd> {
    const folder = mkdtempSync(join(tmpdir(), 'slapd-'));
    const directory = new Slapd(folder, await freePort());
    directory.fill(ldif);
    await directory.up();
    return directory;
  }

  get url() {
    return `ldap://127.0.0.1:${this.port}`;
  }

  async up() {
    // -d 0 keeps it in the foreground, and quiet.
    this.process = spawn(
      SLAPD,
      ['-d', '0', '-f', this.configuration, '-h', this.url],
      { stdio: 'ignore' },
    );
    await until('slapd answers', 20_000, () => this.answers());
  }

  async down() {
    const running = this.process;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise(resolve => {
      running.once('exit', resolve);
    });
    running.kill();
    await ended;
  }

  async remove() {
    await this.down();
    rmSync(this.folder, { recursive: true });
  }

  /** Changes entries, written as LDIF with a `changetype`. */
  change(ldif: string) {
    execFileSync(
      'ldapmodify',
      ['-x', '-H', this.url, '-D', Slapd.BIND_DN, '-w', Slapd.BIND_SECRET],
      { input: ldif, stdio: ['pipe', 'ignore', 'pipe'] },
    );
  }

  /** How many connections are open now: each read of the portal has to close its own. */
  connections() {
    return this.counted('cn=Current');
  }

  /** How many connections there have been, one for each read of the portal; those that only ask for this do not count. */
  reads() {
    return this.counted('cn=Total') - this.questions;
  }

  private counted(which: string): number {
    this.questions += 1;
    const answer = execFileSync(
      'ldapsearch',
      [
        ...['-x', '-LLL', '-H', this.url],
        ...['-D', Slapd.BIND_DN, '-w', Slapd.BIND_SECRET],
        ...['-b', `${which},cn=Connections,cn=Monitor`, '-s', 'base'],
        'monitorCounter',
      ],
      { encoding: 'utf8' },
    );
    return Number(/monitorCounter: (\d+)/.exec(answer)?.[1]);
  }

  private get configuration() {
    return join(this.folder, 'slapd.conf');
  }

  private fill(ldif: string) {
    const database = join(this.folder, 'database');
    mkdirSync(database);
    const schemas = ['core', 'cosine', 'inetorgperson'];
    writeFileSync(
      this.configuration,
      `${schemas.map(name => `include /etc/ldap/schema/${name}.schema`).join('\n')}
modulepath ${MODULES}
moduleload back_mdb
moduleload back_monitor
database mdb
suffix "${Slapd.BASE}"
rootdn "${Slapd.BIND_DN}"
rootpw ${Slapd.BIND_SECRET}
directory ${database}
database monitor
access to * by dn.exact="${Slapd.BIND_DN}" read
`,
    );
    execFileSync('/usr/sbin/slapadd', ['-f', this.configuration], {
      input: ldif,
      stdio: ['pipe', 'ignore', 'pipe'],
    });
  }

  private answers() {
    return new Promise<boolean>(resolve => {
      const socket = connect(this.port, '127.0.0.1');
      socket.once('connect', () => {
        socket.end();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
  }
}
