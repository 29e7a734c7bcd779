import type { KubernetesObject } from '../../storage/KubernetesObject';

/** When the containers of a pod end by themselves, and with which code. */
export type ExitPlan = { afterMs: number; code: number };

const AFTER = 'sandbox.caas.io/exit-after-seconds';
const CODE = 'sandbox.caas.io/exit-code';
/** How long the work of a pod takes that is not to run for ever. */
const WORK_MS = 2000;

/**
 * Nothing runs in the sandbox, and so nothing ends by itself: a pod that is to run for ever does, and one that has work to
 * do, as those of Jobs, succeeds after two seconds. Two annotations of a pod say otherwise, such as that it crashes.
 */
export function exitPlanOf({
  metadata,
  spec,
}: KubernetesObject): ExitPlan | undefined {
  const { [AFTER]: after, [CODE]: code } = metadata.annotations ?? {};
  const runsForEver = (spec?.restartPolicy ?? 'Always') === 'Always';
  if (runsForEver && after === undefined) return undefined;
  return {
    afterMs: after === undefined ? WORK_MS : Number(after) * 1000,
    code: Number(code ?? (runsForEver ? 1 : 0)),
  };
}
