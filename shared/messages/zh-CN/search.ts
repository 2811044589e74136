import type * as english from '../en/search.ts';
import type { Words } from '../words.ts';

export const search: Words<typeof english.search> = {
  title: '搜索',
  pattern: '搜索',
  placeholder: '要查找的文本',
  matchCase: '区分大小写',
  wholeWord: '全字匹配',
  regularExpression: '使用正则表达式',
  include: '包含的文件',
  includeHint: '例如 pages/**、*.axml',
  exclude: '排除的文件',
  filters: '包含和排除文件',
  results: '搜索结果',
  searching: '正在搜索…',
  stop: '停止搜索',
  nothing: '没有结果。请检查拼写和包含的文件。',
  summary: '{{files}} 个文件中有 {{hits}} 个结果',
  limitReached: '仅显示前 {{hits}} 个结果。请缩小搜索范围。',
  noFolder: '打开文件夹后即可搜索。',
};
