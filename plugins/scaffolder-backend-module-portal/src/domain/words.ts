import type {
  ExecutionStep,
  TimelineEvent,
} from '@caas/plugin-approvals-common';

/** A log is written once for all its readers, so in both languages. */
export const EVENT_WORDS: Record<TimelineEvent, string> = {
  submitted: '已提交 / Submitted',
  revised: '已修订并重新提交 / Revised and submitted again',
  withdrawn: '已撤回 / Withdrawn',
  commented: '评论 / Comment',
  approved: '同意 / Approved',
  returned: '退回修改 / Returned for revision',
  rejected: '驳回 / Rejected',
  'auto-approved': '自动通过 / Approved automatically',
  'stage-opened': '等待审批 / Waits for a decision',
  passed: '审批通过 / Passed its last stage',
  blocked: '无人可以审批 / Nobody can decide it',
  unblocked: '又有人可以审批 / Somebody can decide it again',
  reminded: '已提醒审批人 / The approvers were reminded',
  escalated: '已升级 / Escalated',
  expired: '已过期 / Expired',
  started: '开始执行 / Being carried out',
  completed: '已完成 / Completed',
  failed: '执行失败 / Could not be carried out',
  retried: '重试执行 / Tried again',
  cancelled: '已取消 / Cancelled',
};

/** How far a step is. */
export const STEP_WORDS: Record<ExecutionStep['state'], string> = {
  waiting: '等待中 / waiting',
  working: '进行中 / working',
  done: '完成 / done',
  failed: '失败 / failed',
};
