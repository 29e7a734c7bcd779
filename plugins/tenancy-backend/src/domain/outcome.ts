import { sentenceOf } from '@caas/contract';
import type { Bilingual } from '@caas/plugin-approvals-common';
import type { ApplySet } from '@caas/plugin-clusters-common';
import type { NamespaceStep } from './namespace';

/** How one attempt to bring a namespace to what is wanted ended. */
export type Outcome =
  | { kind: 'ready' }
  | { kind: 'waiting'; step: NamespaceStep; message: Bilingual }
  | { kind: 'retry'; error: Bilingual }
  | { kind: 'stalled'; message: Bilingual };

/** What the state of an apply set says about the namespace that it makes. */
export function outcomeOfApplySet(
  set: ApplySet,
  wantedGeneration: number,
): Outcome {
  switch (set.state) {
    case 'ready':
      return set.observedGeneration >= wantedGeneration
        ? { kind: 'ready' }
        : waiting('apply', set, {
            'zh-CN': '正在应用新的对象',
            en: 'The new objects are being applied',
          });
    case 'waiting':
      return waiting('ready', set, {
        'zh-CN': '对象尚未就绪',
        en: 'The objects are not healthy yet',
      });
    case 'stalled':
      return {
        kind: 'stalled',
        message: reasonOf(set, {
          'zh-CN': `集群“${set.cluster}”拒绝了对象`,
          en: `Cluster '${set.cluster}' refuses an object`,
        }),
      };
    case 'deleting':
    case 'deleted':
      return {
        kind: 'stalled',
        message: {
          'zh-CN': `命名空间仍在使用，但它在集群“${set.cluster}”上的对象正被删除`,
          en: `The objects on cluster '${set.cluster}' are being deleted, although the namespace is still held`,
        },
      };
    default:
      return waiting('apply', set, {
        'zh-CN': `正在等待集群“${set.cluster}”接受对象`,
        en: `Waiting for cluster '${set.cluster}' to take the objects`,
      });
  }
}

function waiting(
  step: NamespaceStep,
  set: ApplySet,
  otherwise: Bilingual,
): Outcome {
  return { kind: 'waiting', step, message: reasonOf(set, otherwise) };
}

/** More of what an apply set says is of no use to people. */
const MOST_CHARACTERS = 1500;

/**
 * What an apply set says about itself, if anything; otherwise what its state says. An apply set speaks English only, so in
 * Chinese its words follow what its state says.
 */
export function reasonOf(set: ApplySet, otherwise: Bilingual): Bilingual {
  const said = (
    set.lastError ||
    set.conditions.find(
      condition => condition.status !== 'True' && condition.message,
    )?.message
  )?.slice(0, MOST_CHARACTERS);
  return said
    ? { 'zh-CN': `${otherwise['zh-CN']}：${said}`, en: said }
    : otherwise;
}

/** Errors that the same call will meet again: a person has to change something. */
const REFUSALS = ['InputError', 'ConflictError', 'NotAllowedError'];

/** What an error of a call says: a refusal needs a person, anything else is tried again. */
export function outcomeOfError(error: unknown): Outcome {
  const said = sentenceOf(error);
  return REFUSALS.includes((error as Error).name)
    ? { kind: 'stalled', message: said }
    : { kind: 'retry', error: said };
}
