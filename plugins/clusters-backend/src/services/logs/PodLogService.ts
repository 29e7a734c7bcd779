import type { RowAccess } from '@caas/contract-node';
import type {
  PodDetail,
  PodLog,
  PodLogEvent,
} from '@caas/plugin-clusters-common';

/** Where a pod is. */
export type PodPlace = { cluster: string; namespace: string; pod: string };

/** Which part of which log. */
export type LogQuery = PodPlace & {
  container?: string;
  tailLines: number;
  sinceSeconds?: number;
};

/** What people read of one pod: its containers, and what they write. */
export interface PodLogService {
  /** @throws NotFoundError when there is no such pod, or the caller may not see it, as all of these. */
  getPod(place: PodPlace, access: RowAccess): Promise<PodDetail>;
  /** @throws ServiceUnavailableError when its cluster does not answer. */
  read(
    query: LogQuery & { previous: boolean },
    access: RowAccess,
  ): Promise<PodLog>;
  /**
   * What the log holds, and what is written from now on, until the reader leaves, the pod goes or the rights do.
   *
   * @throws ConflictError when the reader follows too many logs already.
   */
  follow(
    query: LogQuery,
    reader: {
      person: string;
      access: RowAccess;
      /** What the reader may read by now. */
      askAgain(): Promise<RowAccess>;
      /** Ends when the reader has left. */
      signal: AbortSignal;
    },
  ): Promise<AsyncGenerator<PodLogEvent>>;
}
