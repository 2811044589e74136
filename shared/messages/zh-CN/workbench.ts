import type * as english from '../en/workbench.ts';
import type { Words } from '../words.ts';

export const workbench: Words<typeof english.workbench> = {
  activityBar: '活动栏',
  sideBar: '侧边栏',
  statusBar: '状态栏',
  panel: '面板',
  closePanel: '关闭面板',
  resizePanel: '调整面板大小',
  resizeSideBar: '调整侧边栏大小',
  settings: '设置',
  menu: '应用菜单',
  noFolder: '未打开文件夹',
  reconnecting: '正在重新连接…',
  connectionLost: 'Minifoundry 已停止。请重新启动；未保存的内容仍然保留。',
  crash: {
    title: '窗口停止工作',
    text: '未保存的内容已保留。请重新加载以继续；如果再次发生，请保存日志并附在问题报告中。',
    reload: '重新加载',
    saveLog: '保存日志…',
  },
  views: { explorer: '资源管理器', search: '搜索', gallery: '模板库', account: '账户' },
  panels: { problems: '问题', output: '输出' },
};

export const quickPick: Words<typeof english.quickPick> = { nothing: '没有匹配项。' };

export const palette: Words<typeof english.palette> = {
  commands: '命令面板',
  commandsHint: '输入命令名称',
  files: '转到文件',
  filesHint: '输入文件名，可加 :行号；输入 > 查找命令',
};

export const notifications: Words<typeof english.notifications> = {
  title: '通知',
  dismiss: '关闭',
  error: '错误',
  warning: '警告',
  info: '信息',
  success: '完成',
};

export const output: Words<typeof english.output> = { title: '输出日志', save: '保存日志…' };

export const dialogs: Words<typeof english.dialogs> = { cancel: '取消', close: '关闭', ok: '确定', delete: '删除', back: '返回' };

export const folderPicker: Words<typeof english.folderPicker> = {
  title: '打开文件夹',
  path: '文件夹路径',
  up: '上级文件夹',
  folders: '文件夹',
  noFolders: '这里没有文件夹。',
  choose: '选择此文件夹',
  newFolder: '新建文件夹',
  newFolderName: '新文件夹的名称',
  miniProgram: '小程序',
};
