import type { shell as english } from '../en/shell.ts';
import type { Words } from '../words.ts';

export const shell: Words<typeof english> = {
  refused: '该地址只能使用一次，已被使用或属于之前的运行。请从终端复制最新的地址。',
  serving: 'Minifoundry 已就绪：{{url}}',
  servingHint: '该地址只能使用一次。按 Ctrl+C 停止。',
  stopped: '已停止。',
  folderMissing: '没有文件夹“{{path}}”。',
  saveLog: '保存日志',
  menu: {
    file: '文件',
    edit: '编辑',
    view: '查看',
    go: '转到',
    help: '帮助',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    fullScreen: '全屏',
    developerTools: '开发者工具',
    quit: '退出',
  },
  engineStopped: '引擎连续多次停止运行。',
  workbenchStopped: '窗口连续多次停止运行。',
  stoppedDetail: '未保存的文本已保留，会自动恢复。详情请查看日志：{{path}}',
  tryAgain: '重试',
  quit: '退出',
};
