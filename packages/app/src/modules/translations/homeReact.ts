export const homeReactMessages = {
  'settingsModal.title': '设置',
  'settingsModal.closeButtonTitle': '关闭',
  'cardExtension.settingsButtonTitle': '设置',
} as const;
