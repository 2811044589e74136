const english = {
  language: 'en',
  platform: 'Mini Program Platform',
  local: 'Local',
  chooseTitle: 'Sign in',
  chooseLead: 'Choose a sample account for Minifoundry. It exists on this machine only.',
  consentTitle: 'Let Minifoundry act for you?',
  consentLead: 'You are signed in as {name} ({email}).',
  consentList: 'Minifoundry will be able to',
  consentItems: [
    'see your name and e-mail address',
    'see your workspaces, your merchants and their mini programs',
    'act in the roles that you choose afterwards',
  ],
  consentEnd: 'You can end this at any time by signing out in Minifoundry.',
  allow: 'Allow',
  deny: 'Deny',
  cancel: 'Cancel sign-in',
  problemTitle: 'This sign-in cannot go on',
  problemNext: 'Go back to Minifoundry and start the sign-in again.',
  unknownClient: 'The program that sent you here is not known to this platform.',
  foreignRedirect: 'The program that sent you here asked for the answer to be sent to an address that is not allowed.',
  unknownAccount: 'That account does not exist on this platform.',
  formRefused: 'This page is out of date, or it was not opened in this browser.',
  isv: 'ISV',
  merchant: 'Merchant',
  merchants: '{count} merchants',
};

type Texts = typeof english;

const chinese: Texts = {
  language: 'zh-CN',
  platform: '小程序平台',
  local: '本地',
  chooseTitle: '登录',
  chooseLead: '为 Minifoundry 选择一个示例账号。它只存在于这台电脑上。',
  consentTitle: '允许 Minifoundry 代表你操作？',
  consentLead: '当前登录账号：{name}（{email}）。',
  consentList: 'Minifoundry 将可以',
  consentItems: ['查看你的姓名和邮箱', '查看你的工作空间、商家及其小程序', '以你之后选择的角色进行操作'],
  consentEnd: '你可以随时在 Minifoundry 中退出登录来终止授权。',
  allow: '允许',
  deny: '拒绝',
  cancel: '取消登录',
  problemTitle: '无法继续登录',
  problemNext: '请返回 Minifoundry 重新登录。',
  unknownClient: '本平台不认识发起登录的程序。',
  foreignRedirect: '发起登录的程序要求把结果发送到不被允许的地址。',
  unknownAccount: '本平台没有这个账号。',
  formRefused: '此页面已过期，或不是在这个浏览器中打开的。',
  isv: 'ISV',
  merchant: '商家',
  merchants: '{count} 个商家',
};

export type PageTexts = Texts;

/** The language that a browser asks for first, of the two there are. */
export function textsFor(acceptLanguage: string | undefined): PageTexts {
  return acceptLanguage?.trim().toLowerCase().startsWith('zh') ? chinese : english;
}

export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
