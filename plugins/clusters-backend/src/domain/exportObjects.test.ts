import { exported } from './exportObjects';

const SECRET = { apiVersion: 'v1', kind: 'Secret' };
const SERVICE = { apiVersion: 'v1', kind: 'Service' };

describe('exported', () => {
  it('keeps that there is a Secret, and nothing of what it holds', () => {
    const given = exported(
      {
        metadata: {
          name: 'database',
          uid: 'u1',
          annotations: {
            'kubectl.kubernetes.io/last-applied-configuration':
              '{"data":{"password":"aHVudGVyMg=="}}',
            'caas.io/lifecycle-generation': '5',
            note: 'kept',
          },
        },
        type: 'Opaque',
        data: { password: 'aHVudGVyMg==' },
        stringData: { password: 'hunter2' },
      } as never,
      SECRET,
    );
    expect(given).toEqual({
      ...SECRET,
      metadata: { name: 'database', annotations: { note: 'kept' } },
      type: 'Opaque',
    });
  });

  it('leaves out what another object makes anew', () => {
    const controlled = {
      metadata: {
        name: 'nightly-1',
        ownerReferences: [{ kind: 'CronJob', name: 'x', controller: true }],
      },
    };
    expect(
      exported(controlled, { apiVersion: 'batch/v1', kind: 'Job' }),
    ).toBeUndefined();
  });

  it('forgets the address that the cluster chose, and not that there is none', () => {
    const service = (clusterIP: string) =>
      exported(
        {
          metadata: { name: 'claims' },
          spec: { clusterIP, clusterIPs: [clusterIP], ports: [] },
        },
        SERVICE,
      )?.spec;
    expect(service('10.0.0.7')).toEqual({ ports: [] });
    expect(service('None')).toEqual({ clusterIP: 'None', ports: [] });
  });
});
