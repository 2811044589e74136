import type { diagnostics as english } from '../en/diagnostics.ts';
import type { Words } from '../words.ts';

export const diagnostics: Words<typeof english> = {
  'axml-unclosed-tag': '<{{name}}> 没有闭合：请添加 </{{name}}>，或以“/>”结束标签。',
  'axml-stray-close-tag': '</{{name}}> 没有对应的开始标签：请删除它，或在前面添加 <{{name}}>。',
  'axml-unfinished-tag': '<{{name}} 没有结束：请添加“>”。',
  'axml-unfinished-close-tag': '</{{name}} 没有结束：请添加“>”。',
  'axml-unclosed-comment': '注释没有结束：请添加“-->”。',
  'axml-nested-comment': '注释不能嵌套：该注释在第一个“-->”处结束。',
  'axml-declaration': 'AXML 没有“{{text}}”这样的声明：请删除。',
  'axml-stray-character': '标签中不应出现“{{text}}”：请删除。',
  'axml-stray-less-than': '文本中的“<”请写作“&lt;”。',
  'axml-unquoted-attribute': '请用引号包住“{{name}}”的值。',
  'axml-missing-value': '请在“{{name}}=”后写上值。',
  'axml-unclosed-quote': '“{{name}}”的值缺少右引号。',
  'axml-quote-in-binding': '“{{name}}”的值在“{{open}}”中使用了与自身相同的引号：请换用另一种引号。',
  'axml-duplicate-attribute': '“{{name}}”重复出现：以第一个为准。',
  'axml-unclosed-binding': '绑定没有结束：请添加“}}”。',
  'axml-invalid-expression': '这不是 JavaScript 表达式：{{reason}}。',
  'axml-empty-binding': '绑定为空：请写入表达式。',
  'axml-missing-braces': '请写成 {{name}}="{{open}}{{expression}}{{close}}"：没有花括号时它只是普通文本。',
  'axml-too-deep': '元素嵌套超过 {{limit}} 层：请拆分。',
};
