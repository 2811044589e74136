/** The few words of the phone itself, in the language that the phone is set to. */
const words = {
  en: {
    ok: 'OK',
    cancel: 'Cancel',
    done: 'Done',
    back: 'Back',
    home: 'Home',
    more: 'More',
    options: 'Options',
    close: 'Close',
    loading: 'Loading…',
    simulatedPlaceholder: '“{name}” is not drawn in the preview',
    pay: 'Pay',
    allow: 'Allow',
    deny: 'Deny',
    release: 'Release to refresh',
    refreshing: 'Refreshing…',
    scanHint: 'Content of the scanned code',
    stopped: 'The mini program was stopped',
    choosePicture: 'Choose a picture',
    samplePicture: 'Use a sample picture',
    calling: 'Call {number}?',
    openProgram: 'Open mini program {name}?',
    payFor: 'Pay {amount}?',
    grantProfile: 'Give the mini program your profile?',
    grantPhone: 'Give the mini program your phone number?',
    left: 'The mini program was left',
    noPage: 'There is no page {route} in app.json',
    overflows: 'Overflows by {by} px',
    cut: 'Cut by {by} px',
  },
  zh: {
    ok: '确定',
    cancel: '取消',
    done: '完成',
    back: '返回',
    home: '首页',
    options: '选项',
    more: '更多',
    close: '关闭',
    loading: '加载中…',
    simulatedPlaceholder: '预览中不绘制“{name}”',
    pay: '支付',
    allow: '允许',
    deny: '拒绝',
    release: '松开刷新',
    refreshing: '正在刷新…',
    scanHint: '扫码内容',
    stopped: '小程序已停止',
    choosePicture: '选择图片',
    samplePicture: '使用示例图片',
    calling: '拨打 {number}？',
    openProgram: '打开小程序 {name}？',
    payFor: '支付 {amount}？',
    grantProfile: '允许小程序获取您的个人信息？',
    grantPhone: '允许小程序获取您的手机号？',
    left: '已离开小程序',
    noPage: 'app.json 中没有页面 {route}',
    overflows: '超出 {by} px',
    cut: '截断 {by} px',
  },
} as const;

export type Word = keyof (typeof words)['en'];

let table: Record<Word, string> = words.en;

/** Chooses the words for a BCP 47 language; English for every language but Chinese. */
export function setWordsLanguage(language: string): void {
  table = language.toLowerCase().startsWith('zh') ? words.zh : words.en;
}

/** A word of the phone, with its `{placeholder}` filled in. */
export function word(key: Word, values: Record<string, string> = {}): string {
  return table[key].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
