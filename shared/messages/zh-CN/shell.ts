import type { shell as english } from '../en/shell.ts';
import type { Words } from '../words.ts';

export const shell: Words<typeof english> = {
  refused: '该地址只能使用一次，已被使用或属于之前的运行。请从终端复制最新的地址。',
  serving: 'Minifoundry 已就绪：{{url}}',
  servingHint: '该地址只能使用一次。按 Ctrl+C 停止。',
  stopped: '已停止。',
  folderMissing: '没有文件夹“{{path}}”。',
};
