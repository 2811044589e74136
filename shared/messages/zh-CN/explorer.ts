import type * as english from '../en/explorer.ts';
import type { Words } from '../words.ts';

export const explorer: Words<typeof english.explorer> = {
  tree: '项目文件',
  menu: '文件操作',
  newName: '新名称',
  newFileName: '新文件的名称',
  newFolderName: '新文件夹的名称',
  deleted: '{{name}} 已移到回收站。',
  deletedMany: '已将 {{count}} 个文件和文件夹移到回收站。',
  undo: '撤销',
  cannotReveal: '此处无法打开文件管理器。请改为复制路径。',
  newPage: '新建页面',
  newPageHint: '名称（如 menu）或路由（如 pages/menu/menu）',
  newComponent: '新建组件',
  newComponentHint: '名称（如 product-card）或路径（如 components/product-card/index）',
  routeNeeded: '请输入名称或路径，首尾不要带斜杠。',
  files: '{{count}} 个文件',
  links: { inside: '链接', outside: '指向此文件夹之外的链接，不会跟随', loop: '指向自身的链接', broken: '失效的链接' },
  filtering: '“{{text}}”：找到 {{count}} 项',
  clearFilter: '清除筛选',
  origin: '项目来源',
  fromTemplate: '由 {{id}} {{version}} 生成',
  linked: '已关联到此商户',
  gone: '文件夹“{{name}}”已被移动或删除。请放回原处或关闭；未保存的内容仍然保留。',
};
