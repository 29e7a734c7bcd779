export default {
  title: '登录',
  subtitle: '这是演示环境。请选择以谁的身份查看门户。',
  platform: '平台',
  failed: '登录未成功，请重新选择。',
  'nobody.title': '这里没有可登录的人员',
  'nobody.description': '配置项 app.personas 中没有人员。请联系平台管理员。',
} as const;
