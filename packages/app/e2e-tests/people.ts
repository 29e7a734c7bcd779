/** Somebody who signs in, by the name that each language shows. */
export type PersonaName = { zh: string; en: string };

/** The six people of the sandbox. */
export const PEOPLE = {
  liWei: { zh: '李伟', en: 'Li Wei' },
  wangFang: { zh: '王芳', en: 'Wang Fang' },
  zhangMin: { zh: '张敏', en: 'Zhang Min' },
  zhaoLei: { zh: '赵磊', en: 'Zhao Lei' },
  chenJing: { zh: '陈静', en: 'Chen Jing' },
  liuYang: { zh: '刘洋', en: 'Liu Yang' },
} as const satisfies Record<string, PersonaName>;
