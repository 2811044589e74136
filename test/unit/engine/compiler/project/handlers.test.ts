import { afterEach, describe, expect, it } from 'vitest';
import { component, createProject, page, type TestProject } from './project.ts';

const projects: TestProject[] = [];
afterEach(async () => {
  for (const project of projects.splice(0)) await project.dispose();
});

/** `file:line:from-to severity name script` of every missing handler of a page with this template and script. */
async function missing(axml: string, script: string, more: Record<string, string | object> = {}): Promise<string[]> {
  const project = await createProject({ 'app.json': { pages: ['a/a'] }, 'app.js': '', ...page('a/a', axml), 'a/a.js': script, ...more });
  projects.push(project);
  const { diagnostics } = await project.compiler.compile();
  return diagnostics
    .filter(({ code }) => code === 'template-missing-handler')
    .map(({ file, range: { start, end }, severity, parameters }) =>
      [`${file}:${start.line}:${start.column}-${end.column}`, severity, parameters?.name, parameters?.script].join(' '),
    );
}

describe('a handler that the script does not have', () => {
  it('is an error where it is named', async () => {
    expect(await missing('<view>\n  <view onTap="gone"/>\n</view>', 'Page({ here() {} })')).toEqual(['a/a.axml:1:15-19 error gone a/a.js']);
    expect(await missing('<view capture-onTouchStart="one"/>', 'Page({})')).toEqual(['a/a.axml:0:28-31 error one a/a.js']);
    expect(await missing('<include src="./part.axml"/>', 'Page({})', { 'a/part.axml': '<view onTap="gone"/>' })).toEqual([
      'a/part.axml:0:13-17 error gone a/a.js',
    ]);
  });

  it('is no more than a warning where an event is caught, which may be all that is wanted', async () => {
    expect(await missing('<view catchTouchMove="noop" capture-catchTap="true"/>', 'Page({})')).toEqual([
      'a/a.axml:0:22-26 warning noop a/a.js',
      'a/a.axml:0:46-50 warning true a/a.js',
    ]);
  });

  it('is one in a template of the same file that is used, and told once', async () => {
    const templates = '<template name="t"><view onTap="gone"/></template><template name="u"><template is="t"/><template is="u"/></template>';
    expect(await missing(`${templates}<template is="u"/><template is="t"/>`, 'Page({})')).toEqual(['a/a.axml:0:32-36 error gone a/a.js']);
    expect(await missing('<include src="./part.axml"/>', 'Page({})', { 'a/part.axml': `${templates}<template is="t"/>` })).toEqual([
      'a/part.axml:0:32-36 error gone a/a.js',
    ]);
  });

  it('is looked for in the methods of a component, and may stay uncalled when one gets it', async () => {
    const json = { 'a/a.json': { usingComponents: { card: '/card/card' } } };
    const card = { ...component('card/card', '<view onTap="gone"/><view onTap="here"/>'), 'card/card.js': 'Component({ methods: { here() {} } })' };
    expect(await missing('<card onChange="changed"/>', 'Page({})', { ...json, ...card })).toEqual([
      'a/a.axml:0:16-23 warning changed a/a.js',
      'card/card.axml:0:13-17 error gone card/card.js',
    ]);
  });

  it('is found with TypeScript and with modules', async () => {
    const script =
      "import { value } from './b'; const start: number = value; Page({ data: { start }, async onLoad(this: any) { await this.load(); }, load() {} } as object);";
    const project = await createProject({
      'app.json': { pages: ['a/a'] },
      'app.js': '',
      'a/a.axml': '<view onTap="gone"/>',
      'a/a.ts': script,
      'a/b.ts': 'export const value = 1',
    });
    projects.push(project);
    expect((await project.compiler.compile()).diagnostics.map(({ code }) => code)).toEqual(['template-missing-handler']);
  });
});

describe('a handler that may be somewhere else', () => {
  const doubtful: [why: string, script: string][] = [
    ['it is there', 'Page({ gone() {} })'],
    ['it is an arrow function', 'Page({ gone: () => {} })'],
    ['it is set later', 'Page({ onLoad() { this.gone = () => {}; } })'],
    ['it is set by name', "Page({ onLoad() { this['gone'] = () => {}; } })"],
    ['something is spread', 'const base = {}; Page({ ...base })'],
    ['a name is computed', 'const name = String(1); Page({ [name]() {} })'],
    ['it is set by a computed name', 'Page({ onLoad() { const name = String(1); this[name] = () => {}; } })'],
    ['there are mixins', 'const m = {}; Page({ mixins: [m] })'],
    ['the definition is made by a function', 'const make = (x) => x; Page(make({}))'],
    ['the definition is a variable', 'const definition = {}; Page(definition)'],
    ['there are several definitions', 'if (my.env) Page({}); else Page({})'],
    ['the page is given away', "const add = require('./add'); Page({ onLoad() { add(this); } })"],
    ['the page is given away by call', "const add = require('./add'); Page({ onLoad() { add.call(this); } })"],
    ['the page is given away by another name', "const add = require('./add'); Page({ onLoad() { const that = this; add(that); } })"],
    ['the page is kept', 'const all = []; Page({ onLoad() { all.push(this); } })'],
    ['`Page` is a function of the project', "const Page = require('./add'); Page({})"],
    ['`Page` is taken from a module', "const { Page } = require('./add'); Page({})"],
    ['`Page` is another function by then', "Page = require('./add'); Page({})"],
    ['`Page` is a parameter', '(function (Page) { Page({}); })(Object)'],
    ['a function from elsewhere begins', "import { init } from './add'; Page({ onLoad: init })"],
    ['a method from elsewhere begins', "import add from './add'; Page({ events: { onBack: add.init } })"],
    ['a function that is named only begins', "const onLoad = require('./add'); Page({ onLoad })"],
    ['a function is made by another', "const wrap = require('./add'); Page({ onLoad: wrap(function () {}) })"],
    ['the script cannot be read', 'Page({'],
  ];

  for (const [why, script] of doubtful) {
    it(`is nothing to complain about: ${why}`, async () => {
      expect(await missing('<view onTap="gone"/>', script, { 'a/add.js': 'module.exports = () => {}' })).toEqual([]);
    });
  }

  it('is not a binding, nor in a template that another file has', async () => {
    expect(await missing('<view onTap="{{gone}}"/><view onTap="" catchTap/>', 'Page({})')).toEqual([]);
    const imported = { 'a/t.axml': '<template name="t"><view onTap="gone"/></template>' };
    expect(await missing('<import src="./t.axml"/>', 'Page({})', imported)).toEqual([]);
    expect(await missing('<template name="t"><view onTap="gone"/></template>', 'Page({})')).toEqual([]);
  });

  const harmless: [what: string, script: string][] = [
    ['a bound function', 'Page({ onLoad() { setTimeout(function () { this.x(); }.bind(this), 0); }, x() {} })'],
    ['another name for the page', 'Page({ onLoad() { const that = this; that.setData({ a: that.data.a }); } })'],
    ['data from elsewhere', "const data = require('./b'); const { a } = data; Page({ data: { ...data, a }, limit: -1, names: [a], Page: `${1}` })"],
    ['parts of the page', 'Page({ onLoad() { const { data } = this; this.setData(data); } })'],
  ];

  for (const [what, script] of harmless) {
    it(`is one in spite of ${what}`, async () => {
      expect(await missing('<view onTap="gone"/>', script, { 'a/b.js': '' })).toEqual(['a/a.axml:0:13-17 error gone a/a.js']);
    });
  }
});
