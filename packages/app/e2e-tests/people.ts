/** Somebody who signs in, by the name that each language shows, and by the account that the company knows. */
export type PersonaName = { zh: string; en: string; account: string };

/** The seven people of the sandbox. */
export const PEOPLE = {
  liWei: { zh: '李伟', en: 'Li Wei', account: 'li-wei' },
  wangFang: { zh: '王芳', en: 'Wang Fang', account: 'wang-fang' },
  zhangMin: { zh: '张敏', en: 'Zhang Min', account: 'zhang-min' },
  zhaoLei: { zh: '赵磊', en: 'Zhao Lei', account: 'zhao-lei' },
  chenJing: { zh: '陈静', en: 'Chen Jing', account: 'chen-jing' },
  zhouTao: { zh: '周涛', en: 'Zhou Tao', account: 'zhou-tao' },
  liuYang: { zh: '刘洋', en: 'Liu Yang', account: 'liu-yang' },
} as const satisfies Record<string, PersonaName>;
