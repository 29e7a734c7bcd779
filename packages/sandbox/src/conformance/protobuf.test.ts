import { envelope, field, message } from '../kubernetes/tests/protobuf';
import { failure } from './answers';
import { describeConformance } from './describeConformance';

const TYPE = 'application/vnd.kubernetes.protobuf';

describeConformance('Protobuf', cluster => {
  let namespace: string;
  beforeAll(async () => {
    namespace = await cluster().namespace();
  });

  const create = (where: string, body: Buffer) =>
    cluster().send('POST', where, body, { type: TYPE });
  const core = (plural: string) => `/api/v1/namespaces/${namespace}/${plural}`;
  const named = (name: string) =>
    field(1, message(field(1, name), field(7, 0), field(8, Buffer.alloc(0))));

  it('is read, with its maps and its bytes', async () => {
    const entry = message(field(1, 'password'), field(2, 'secret'));
    const body = message(named('s'), field(2, entry), field(3, 'Opaque'));
    const answer = await create(
      core('secrets'),
      envelope('v1', 'Secret', body),
    );
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      kind: 'Secret',
      metadata: { name: 's', namespace },
      type: 'Opaque',
      data: { password: Buffer.from('secret').toString('base64') },
    });
  });

  it('is read, with numbers, and numbers that may be texts', async () => {
    const port = message(
      field(1, 'http'),
      field(2, 'TCP'),
      field(3, 80),
      field(4, message(field(1, 1), field(2, 0), field(3, 'web'))),
    );
    const spec = message(
      field(1, port),
      field(2, message(field(1, 'app'), field(2, 'web'))),
    );
    const answer = await create(
      core('services'),
      envelope('v1', 'Service', message(named('web'), field(2, spec))),
    );
    expect(answer.status).toBe(201);
    expect(answer.body.spec).toMatchObject({
      ports: [{ name: 'http', protocol: 'TCP', port: 80, targetPort: 'web' }],
      selector: { app: 'web' },
    });
  });

  it('is read, with quantities', async () => {
    const amount = message(field(1, 'pods'), field(2, field(1, '5')));
    const body = message(named('q'), field(2, field(1, amount)));
    const answer = await create(
      core('resourcequotas'),
      envelope('v1', 'ResourceQuota', body),
    );
    expect(answer.status).toBe(201);
    expect(answer.body.spec).toEqual({ hard: { pods: '5' } });
  });

  it('is refused when it is none, or is broken', async () => {
    const good = envelope('v1', 'ConfigMap', message(named('c')));
    const bodies = [
      Buffer.from('{"metadata":{"name":"c"}}'),
      good.subarray(0, good.length - 12),
      Buffer.from('k8s\0\xff\xff'),
    ];
    for (const body of bodies) {
      const answer = await create(core('configmaps'), body);
      expect(failure(answer).slice(0, 2)).toEqual([400, 'BadRequest']);
    }
  });

  it('is held to the kind of the address, as JSON is', async () => {
    const body = envelope('v1', 'Secret', message(named('other')));
    expect(failure(await create(core('configmaps'), body))).toEqual([
      400,
      'BadRequest',
      'Secret in version "v1" cannot be handled as a ConfigMap: converting (v1.Secret) to (core.ConfigMap): unknown conversion',
    ]);
  });
});
