import {
  ClusterRefusedError,
  ClusterUnavailableError,
  WatchExpiredError,
  type KubernetesClient,
  type ListPage,
  type WatchChange,
} from '../clients/KubernetesClient';
import type { LiveObject } from '../domain/LiveObject';
import { followResource } from './followResource';

const object = (name: string, resourceVersion: string): LiveObject => ({
  metadata: { name, resourceVersion },
});
const change = (name: string, version: string, type = 'MODIFIED') =>
  ({ type, object: object(name, version) }) as WatchChange;
const GONE = new WatchExpiredError('Too old');
const REFUSED = new ClusterRefusedError('No');
const AWAY = new ClusterUnavailableError('Away');

type Stream = WatchChange[] | Error;

/** Follows a cluster that answers by script, until the script is over; tells what was asked, seen and waited for. */
async function follow(script: {
  lists: Array<ListPage | Error>;
  watches: Stream[];
}) {
  const said: string[] = [];
  let names: string[] = [];
  const stopped = new AbortController();
  const lists = [...script.lists];
  const watches = [...script.watches];
  // It is called for nothing but these two.
  const client = {
    list: async (_: string, { continueToken }: { continueToken?: string }) => {
      const answer = lists.shift()!;
      said.push(`list ${continueToken ?? ''}`.trim());
      if (answer instanceof Error) throw answer;
      return answer;
    },
    watch: async (
      _: string,
      { resourceVersion }: { resourceVersion: string },
      onChange: (seen: WatchChange) => void,
    ) => {
      said.push(`watch from ${resourceVersion}`);
      const stream = watches.shift()!;
      if (watches.length === 0) stopped.abort();
      if (stream instanceof Error) throw stream;
      stream.forEach(onChange);
    },
  } as unknown as KubernetesClient;
  await followResource({
    client,
    path: '/api/v1/namespaces',
    signal: stopped.signal,
    follower: {
      begin: () => {
        names = [];
      },
      add: page => names.push(...page.map(({ metadata }) => metadata.name!)),
      complete: () => said.push(`all: ${names.join()}`),
      change: ({ type, object: { metadata } }) =>
        said.push(`${type} ${metadata.name}`),
    },
    onError: error => {
      said.push(`error ${error.message}`);
      return error === REFUSED ? 300_000 : undefined;
    },
    wait: async milliseconds => void said.push(`wait ${milliseconds}`),
  });
  return said;
}
const page = (...names: string[]): ListPage => ({
  items: names.map(name => object(name, '1')),
  resourceVersion: '5',
});

describe('followResource', () => {
  it('lists page by page, and goes on from the version of the last page', async () => {
    const first = { ...page('a'), continueToken: 'next', resourceVersion: '4' };
    expect(
      await follow({
        lists: [first, page('b')],
        watches: [[change('c', '6')]],
      }),
    ).toEqual(['list', 'list next', 'all: a,b', 'watch from 5', 'MODIFIED c']);
  });

  it('goes on from the last change or bookmark when a stream is cut, with no list', async () => {
    expect(
      await follow({
        lists: [page('a')],
        watches: [
          [change('b', '6'), change('c', '7', 'DELETED')],
          [change('', '9', 'BOOKMARK')],
          [],
        ],
      }),
    ).toEqual([
      'list',
      'all: a',
      'watch from 5',
      'MODIFIED b',
      'DELETED c',
      'watch from 7',
      'watch from 9',
      'wait 500',
    ]);
  });

  it('lists again at once when the version is forgotten, and with pauses when that happens again', async () => {
    expect(
      await follow({
        lists: [page('a'), page('b'), page('c')],
        watches: [GONE, GONE, [change('d', '6')]],
      }),
    ).toEqual([
      'list',
      'all: a',
      'watch from 5',
      'list',
      'all: b',
      'watch from 5',
      'error Too old',
      'wait 1000',
      'list',
      'all: c',
      'watch from 5',
      'MODIFIED d',
    ]);
  });

  it('waits as long as it is told to', async () => {
    expect(
      await follow({
        lists: [REFUSED, page('a')],
        watches: [[change('b', '6')]],
      }),
    ).toEqual([
      'list',
      'error No',
      'wait 300000',
      'list',
      'all: a',
      'watch from 5',
      'MODIFIED b',
    ]);
  });

  it('shows nothing of a list that breaks off', async () => {
    const first = { ...page('a'), continueToken: 'next' };
    expect(
      await follow({
        lists: [first, AWAY, page('b')],
        watches: [[change('c', '6')]],
      }),
    ).toEqual([
      'list',
      'list next',
      'error Away',
      'wait 500',
      'list',
      'all: b',
      'watch from 5',
      'MODIFIED c',
    ]);
  });

  it('waits longer each time while the cluster is away, and lists when it is back', async () => {
    const said = await follow({
      lists: [page('a'), AWAY, AWAY, AWAY, AWAY, AWAY, page('b')],
      watches: [AWAY, [change('c', '6')]],
    });
    expect(said.filter(word => word.startsWith('wait'))).toEqual([
      'wait 500',
      'wait 1000',
      'wait 2000',
      'wait 4000',
      'wait 8000',
      'wait 10000',
    ]);
    expect(said.slice(-3)).toEqual(['all: b', 'watch from 5', 'MODIFIED c']);
  });
});
