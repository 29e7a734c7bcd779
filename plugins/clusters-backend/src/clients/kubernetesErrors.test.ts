import { ApiException } from '@kubernetes/client-node';
import { translateError } from './kubernetesErrors';

const answer = (code: number, body: unknown) =>
  new ApiException(code, 'Unsuccessful HTTP Request', body, {});
const failed = (cause: object) =>
  Object.assign(new TypeError('fetch failed'), { cause });

describe('translateError', () => {
  it.each<[string, unknown, string, string]>([
    [
      'a refused connection',
      failed({ code: 'ECONNREFUSED', message: 'connect ECONNREFUSED' }),
      'ClusterUnavailableError',
      "Cluster 'prod' does not answer: the connection is refused",
    ],
    [
      'a call that was cut',
      new DOMException('The operation was aborted', 'TimeoutError'),
      'ClusterUnavailableError',
      "Cluster 'prod' does not answer: no answer in time",
    ],
    [
      'a certificate that is not trusted',
      failed({ message: 'self-signed certificate' }),
      'ClusterUnavailableError',
      "Cluster 'prod' does not answer: self-signed certificate",
    ],
    [
      'a token that is not accepted',
      answer(401, { message: 'Unauthorized' }),
      'ClusterUnavailableError',
      "Cluster 'prod' does not accept the portal's token: give the cluster another one, where it is registered",
    ],
    [
      'a refusal',
      answer(403, JSON.stringify({ message: 'pods is forbidden' })),
      'ClusterRefusedError',
      "Cluster 'prod' answered 403: pods is forbidden",
    ],
    [
      'a kind that the cluster does not have',
      new Error('Unrecognized API version and kind: v1 Route'),
      'ClusterRefusedError',
      "Cluster 'prod' does not know this kind (Unrecognized API version and kind: v1 Route)",
    ],
    [
      'a busy cluster',
      answer(429, { message: 'Too many requests' }),
      'ClusterUnavailableError',
      "Cluster 'prod' answered 429: Too many requests",
    ],
    [
      'a proxy that answers for the cluster',
      answer(502, '<html>Bad gateway</html>'),
      'ClusterUnavailableError',
      "Cluster 'prod' answered 502: <html>Bad gateway</html>",
    ],
    [
      'a version that is forgotten',
      answer(410, { message: 'too old resource version' }),
      'WatchExpiredError',
      "Cluster 'prod' has forgotten this version",
    ],
    [
      'fields of other managers',
      answer(409, {
        details: {
          causes: [
            {
              reason: 'FieldManagerConflict',
              message: 'conflict with "kubectl-edit" using v1',
              field: '.spec.hard.pods',
            },
            { reason: 'FieldManagerConflict', field: '.data.a' },
          ],
        },
      }),
      'FieldConflictError',
      'Field .spec.hard.pods is owned by "kubectl-edit"; Field .data.a is owned by another manager',
    ],
    [
      'a timeout into whose error the client library could not write',
      new TypeError('Cannot set property message of  which has only a getter'),
      'ClusterUnavailableError',
      "Cluster 'prod' does not answer: no answer in time",
    ],
    [
      'a version that changed meanwhile',
      answer(409, { message: 'the object has been modified' }),
      'ClusterUnavailableError',
      "Cluster 'prod' answered 409: the object has been modified",
    ],
  ])('says what %s means', (_, error, name, message) => {
    expect(translateError('prod', error)).toMatchObject({ name, message });
  });

  it('names the object that was asked about', () => {
    expect(
      translateError('prod', answer(422, { message: 'x' }), "Role 'a/b'"),
    ).toMatchObject({
      message: "Role 'a/b': Cluster 'prod' answered 422: x",
    });
  });
});
