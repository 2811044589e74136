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
  inspect: {
    description: '在系统浏览器中运行小程序的一个页面，并报告其显示、日志和调用。',
    page: '页面路由；省略时为入口页',
    query: '页面参数：a=1&b=2',
    ext: '作为 ext.json 的 JSON 文件，与实例化时一致',
    merchants: '用于运行项目的商户 CSV 或 JSON',
    merchant: '该文件中或相邻项目的商户 ID',
    tap: '点击选择器找到的第一个元素；可重复',
    input: '在输入框中输入；可重复',
    wait: '等待；可重复',
    screenshot: '结束时写入屏幕 PNG',
    allowPrivateNetwork: '允许小程序访问本机及其私有网络',
    json: '输出一个 JSON 文档 {"page","query","pageStack","text","tree","data","console","calls","diagnostics"}',
  },
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
