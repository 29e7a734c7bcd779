import { NotFoundError } from '@backstage/errors';
import { withChinese, type Bilingual } from '@caas/contract';
import type { RowAccess } from '@caas/contract-node';
import { MAX_LOG_BYTES } from '@caas/plugin-clusters-common';
import type { ActionsOf } from '../../clients/actionsOfClusters';
import { LogLineReader, LogTail } from '../../domain/logLines';
import { podNamed } from '../../domain/named';
import { presentPodDetail } from '../../presenters/pod';
import type { ClusterRegistry } from '../../views/ClusterRegistry';
import { pause } from '../../views/pause';
import { followLog } from './followLog';
import type { LogStreams } from './LogStreams';
import type { LogQuery, PodLogService, PodPlace } from './PodLogService';
import { SharedReads } from './SharedReads';
import { tellRefusal } from '../refusals';

/** A whole log of 5,000 lines comes in much less. */
const READ_TIMEOUT_MS = 15_000;
/** Guards against lines without an end; the newest are lost when it is reached, which is said. */
const MAX_READ_BYTES = 16 * 1024 * 1024;

/** What one may do with a pod, as a sentence goes on. */
const WHOSE_LOG: Bilingual = {
  'zh-CN': '查看其日志的',
  en: 'read the log of',
};

type Options = {
  registry: ClusterRegistry;
  actionsOf: ActionsOf;
  streams: LogStreams;
};

type Follow = Parameters<PodLogService['follow']>[1];

export class DefaultPodLogService implements PodLogService {
  static create(options: Options): DefaultPodLogService {
    return new DefaultPodLogService(options);
  }

  private readonly reads = new SharedReads();

  private constructor(private readonly options: Options) {}

  async getPod(place: PodPlace, access: RowAccess) {
    const found = this.find(place, access, { 'zh-CN': '查看的', en: 'see' });
    const { cluster, namespace, pod } = place;
    const path = `/api/v1/namespaces/${namespace}/pods/${encodeURIComponent(pod)}`;
    try {
      const live = await this.reads.read(`${cluster}${path}`, () =>
        found.actions.send({ method: 'GET', path }),
      );
      return presentPodDetail(
        { cluster, tenant: found.tenant },
        found.seen,
        live,
      );
    } catch (error) {
      throw tellRefusal(error, { what: podNamed(pod), cluster });
    }
  }

  async read(query: LogQuery & { previous: boolean }, access: RowAccess) {
    const { actions } = this.find(query, access, WHOSE_LOG);
    const { cluster, namespace, pod, container, previous } = query;
    const tail = new LogTail({ lines: query.tailLines, bytes: MAX_LOG_BYTES });
    try {
      const bytes = await actions.openLog(
        {
          namespace,
          pod,
          container,
          previous,
          follow: false,
          // One more tells whether there are more.
          tailLines: query.tailLines + 1,
          sinceSeconds: query.sinceSeconds,
          limitBytes: MAX_READ_BYTES,
        },
        AbortSignal.timeout(READ_TIMEOUT_MS),
      );
      const reader = new LogLineReader();
      let size = 0;
      for await (const piece of bytes) {
        size += piece.byteLength;
        tail.add(reader.read(piece));
      }
      tail.add(reader.finish());
      const cutBy = size >= MAX_READ_BYTES ? 'bytes' : tail.cutBy;
      return { lines: tail.kept, cutBy };
    } catch (error) {
      throw tellRefusal(error, {
        what: {
          'zh-CN': `容器组“${pod}”的日志`,
          en: `log of pod '${pod}'`,
        },
        cluster,
      });
    }
  }

  async follow(query: LogQuery, reader: Follow) {
    const { actions } = this.find(query, reader.access, WHOSE_LOG);
    const leave = this.options.streams.take(reader.person);
    const { cluster, namespace, pod, container } = query;
    const { tailLines, sinceSeconds } = query;
    const events = followLog({
      actions,
      log: { namespace, pod, container, tailLines, sinceSeconds },
      refusal: async () => {
        const access = await reader.askAgain();
        const tenant = this.tenantOf(query);
        return access.allows({ tenant })
          ? undefined
          : {
              'zh-CN': `您已不能查看容器组“${pod}”的日志，请联系租户管理员。`,
              en: `You may not read the log of pod '${pod}' any more: ask an administrator of the tenant.`,
            };
      },
      fate: () => this.fateOf(cluster, namespace, pod),
      wait: pause,
      signal: reader.signal,
    });
    // Also when nobody ever takes the first line.
    reader.signal.addEventListener('abort', leave, { once: true });
    return (async function* until() {
      try {
        yield* events;
      } finally {
        leave();
      }
    })();
  }

  private find(
    { cluster, namespace, pod }: PodPlace,
    access: RowAccess,
    may: Bilingual,
  ) {
    const view = this.options.registry.find(cluster)?.view;
    const seen = view?.pods.seen.find(pod, namespace);
    const tenant = this.tenantOf({ cluster, namespace });
    const actions = this.options.actionsOf(cluster);
    if (!seen || !actions || !access.allows({ tenant })) {
      throw withChinese(
        new NotFoundError(
          `There is no pod '${pod}' in namespace '${namespace}' on cluster '${cluster}' that you may ${may.en}: look at the list of pods, or ask an administrator of the tenant for a role that may.`,
        ),
        `集群“${cluster}”的命名空间“${namespace}”中没有您可以${may['zh-CN']}容器组“${pod}”。请查看容器组列表，或请租户管理员授予角色`,
      );
    }
    return { actions, seen, tenant };
  }

  private tenantOf(place: { cluster: string; namespace: string }) {
    const { view } = this.options.registry.find(place.cluster) ?? {};
    return view?.namespaces.seen.find(place.namespace)?.tenant;
  }

  /** The view knows, without asking the cluster. */
  private fateOf(cluster: string, namespace: string, pod: string) {
    const view = this.options.registry.find(cluster)?.view;
    const seen = view?.pods.seen.find(pod, namespace);
    if (!seen) return 'gone';
    return ['Succeeded', 'Failed'].includes(seen.phase)
      ? 'finished'
      : 'running';
  }
}
