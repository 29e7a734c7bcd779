export default {
  title: '登录',
  subtitle: '这是演示环境。请选择以谁的身份查看门户。',
  platform: '平台',
  failed: '登录未成功，请重新选择。',
  'company.subtitle': '请使用您的公司账号。登录后会回到本页面。',
  'company.button': '使用公司账号登录',
  'company.checking': '正在查看您是否已登录',
  'company.leaving': '正在前往公司的登录页面',
  'company.failed': '登录未成功',
  'company.whomToAsk': '请重试。如果仍然失败，请把上面这句话发给平台管理员。',
  'nobody.title': '这里没有可登录的人员',
  'nobody.description': '配置项 app.personas 中没有人员。请联系平台管理员。',
} as const;
