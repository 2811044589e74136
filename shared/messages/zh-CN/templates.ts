import type { templates as english } from '../en/templates.ts';
import type { Words } from '../words.ts';

export const templates: Words<typeof english> = {
  status: { created: '已创建', identical: '相同', failed: '失败' },
  reason: {
    exists: '该位置已有不同的项目；请将其移走或选择其他文件夹',
    invalid: '该行无法使用',
    name: '此系统不能有这个名称的文件夹',
    'case-collision': '在此磁盘上与另一个商户的名称相同，仅大小写不同',
    template: '模板无法用这些值渲染',
    'disk-full': '磁盘已满；请释放空间后重新生成',
    'access-denied': '文件夹不可写入；请检查权限后重新生成',
    'file-failed': '有文件无法写入；请重新生成',
    interrupted: '尚未完成；重新生成即可继续',
  },
  rowProblem: {
    'merchant-id-invalid': '商户 ID 只能包含字母、数字、“_”和“-”，最多 64 个字符',
    'merchant-id-twice': '商户 ID 重复；使用第一行',
    'name-missing': '缺少名称',
    'column-count': '列数或引号不正确：{{detail}}',
    'value-invalid': '{{field}}：{{detail}}',
    'not-an-object': '不是对象：{{detail}}',
  },
};
