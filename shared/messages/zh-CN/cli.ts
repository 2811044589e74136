import type { cli as english } from '../en/cli.ts';
import type { Words } from '../words.ts';

export const cli: Words<typeof english> = {
  description: '面向多商户的小程序：浏览器中的 IDE，以及终端中的全部功能。',
  port: '监听端口；省略时使用任意空闲端口',
  serve: {
    description: '向本机浏览器提供 IDE。',
    noOpen: '只打印地址，不打开系统浏览器',
    json: '打印一行 {"url","pid"}',
    data: '保存设置、备份和日志的位置',
  },
  open: { description: '在 IDE 中打开文件夹。' },
  platform: { description: '使用本机平台。' },
  platformStart: { description: '启动本地平台。', data: '保存账户和上传内容的位置', ready: '本地平台已就绪：{{url}}' },
  templates: { description: '使用模板库。' },
  templatesList: { description: '列出模板库中的模板。', json: '输出一个 JSON 文档 {"templates":[{"id","version","name","parameters"}]}' },
  generate: {
    description: '用一个模板为每个商户生成一个项目。',
    merchants: '表头为 merchantId,name,… 的 CSV，或由相同对象组成的 JSON 列表',
    out: '项目的输出位置，每个商户一个文件夹；不存在时自动创建',
    dryRun: '只说明将会发生什么，不写入任何内容',
    json: '输出一个 JSON 文档 {"run","durationMs","projects":[{"merchantId","path","status","reason"}]}',
    unknownColumns: '模板没有的列已忽略：{{columns}}',
    badRow: '第 {{line}} 行（{{merchantId}}）已略过：{{problem}}',
    progress: '{{done}} / {{total}} 个项目',
    wouldCreate: '将创建',
    summary: '已创建 {{created}} 个，相同 {{identical}} 个，失败 {{failed}} 个。',
  },
};
