import type * as english from '../en/start.ts';
import type { Words } from '../words.ts';

export const start: Words<typeof english.start> = {
  title: '欢迎',
  tagline: '构建一个小程序，或用同一个模板为你服务的每个商户生成项目。',
  openFolder: '打开文件夹…',
  openFolderHint: '小程序或多商户工作区',
  newProject: '新建项目…',
  newProjectHint: '可直接运行的空白小程序',
  newFromGallery: '从模板库新建…',
  newFromGalleryHint: '从模板开始，面向一个或多个商户',
  recent: '最近',
  filterRecents: '筛选最近项目',
  noRecents: '打开过的文件夹会显示在这里。',
  noMerchant: '无商户',
  forMerchant: '面向 {{name}}',
  missing: '未找到',
  forget: '从列表中移除 {{name}}',
  beforeFirst: '首次上传之前',
  tips: {
    capsule: { title: '查看身份栏', text: '标题栏显示你以谁的身份、为哪个商户、在哪个环境操作，颜色与状态栏一致。' },
    generate: { title: '按商户生成', text: '每个商户一行，每个值一列。被阻止的行不会影响就绪的行。' },
    safe: { title: '不会丢失内容', text: '未保存的内容在崩溃后仍可恢复，磁盘上已变化的文件绝不会被静默覆盖。' },
  },
  askName: '新项目的名称',
  askNameHint: '将作为文件夹名称',
  chooseParent: '选择新项目的位置',
  signInTitle: '登录平台',
  signInText: '无需账户即可编写代码。登录后可查看授权给你的商户并代表其操作。',
  signIn: '登录 {{environment}}',
};
