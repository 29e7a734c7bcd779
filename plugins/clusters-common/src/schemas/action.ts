import { says } from '@caas/contract';
import { z } from 'zod';
import { clusterName } from './clusterName';
import { taint } from './node';

/** Why somebody does it: kept in the audit trail. Required for drains, and for whatever is in production. @public */
export const actionReason = z.string().trim().min(3).max(200);

/** What a scaling changed. @public */
export const scaleResult = z.object({
  from: z.number().int(),
  to: z.number().int(),
});

const LABEL_KEY =
  /^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

/** Key of a label or a taint. @public */
export const labelKey = z
  .string()
  .trim()
  .min(1)
  .max(317)
  .regex(
    LABEL_KEY,
    says(
      'Write a key as Kubernetes does, such as "team" or "example.com/team": letters, digits, "-", "_" and ".", at most 63 after the slash',
      '请按 Kubernetes 的格式填写键，例如“team”或“example.com/team”：字母、数字、“-”、“_”和“.”，斜线之后最多 63 个字符',
    ),
  );

/** Value of a label or a taint. @public */
export const labelValue = z
  .string()
  .trim()
  .max(63)
  .regex(
    LABEL_VALUE,
    says(
      'Write a value as Kubernetes does: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends',
      '请按 Kubernetes 的格式填写值：最多 63 个字母、数字、“-”、“_”和“.”，首尾必须是字母或数字',
    ),
  );

/**
 * One label that is set, changed or taken away.
 *
 * @public
 */
export const labelChange = z.object({
  key: labelKey,
  /** What the person saw; null when it was not there. */
  from: labelValue.nullable(),
  /** Null takes it away. */
  to: labelValue.nullable(),
});

/** @public */
export type LabelChange = z.infer<typeof labelChange>;

/** What a taint does to pods that do not tolerate it. @public */
export const taintEffect = z.enum([
  'NoSchedule',
  'PreferNoSchedule',
  'NoExecute',
]);

/** @public */
export type TaintEffect = z.infer<typeof taintEffect>;

/** One taint, named by key and effect, that is set, changed or taken away. @public */
export const taintChange = z.object({
  key: labelKey,
  effect: taintEffect,
  /** The value that the person saw, empty for none; null when the taint was not there. */
  from: labelValue.nullable(),
  /** The value, empty for none; null takes the taint away. */
  to: labelValue.nullable(),
});

/** @public */
export type TaintChange = z.infer<typeof taintChange>;

/** A node after it was changed. @public */
export const changedNode = z.object({
  cluster: clusterName,
  name: z.string(),
  isSchedulable: z.boolean(),
  labels: z.record(z.string(), z.string()),
  taints: z.array(taint),
});

/** @public */
export type ChangedNode = z.infer<typeof changedNode>;
