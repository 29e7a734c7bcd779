export default {
  'state.draft': '草稿',
  'state.pending': '审批中',
  'state.returned': '已退回',
  'state.approved': '已批准',
  'state.executing': '执行中',
  'state.failed': '执行失败',
  'state.completed': '已完成',
  'state.rejected': '已驳回',
  'state.withdrawn': '已撤回',
  'state.expired': '已过期',
} as const;
