/** What a new page, component or project starts with: file suffix or name to content. Component2 style. */
export type StarterFiles = readonly (readonly [suffix: string, content: string])[];

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** `name` is shown as the page's title until somebody gives it one. */
export function pageFiles(name: string): StarterFiles {
  return [
    ['.axml', '<view class="page">\n  <text class="title">{{title}}</text>\n</view>\n'],
    ['.acss', '.page {\n  padding: 32rpx;\n}\n\n.title {\n  font-size: 36rpx;\n}\n'],
    ['.js', `Page({\n  data: {\n    title: ${JSON.stringify(name)},\n  },\n\n  onLoad(query) {\n    this.query = query;\n  },\n});\n`],
    ['.json', json({ defaultTitle: name })],
  ];
}

export function componentFiles(): StarterFiles {
  return [
    ['.axml', '<view class="component">\n  <text>{{label}}</text>\n  <slot />\n</view>\n'],
    ['.acss', '.component {\n  display: flex;\n}\n'],
    ['.js', "Component({\n  props: {\n    label: '',\n  },\n\n  data: {},\n\n  onInit() {},\n\n  methods: {},\n});\n"],
    ['.json', json({ component: true })],
  ];
}

export function blankProject(name: string): StarterFiles {
  return [
    ['app.json', json({ pages: ['pages/index/index'], window: { defaultTitle: name } })],
    ['app.js', 'App({\n  onLaunch(options) {\n    this.launchOptions = options;\n  },\n});\n'],
    ['app.acss', 'page {\n  background-color: #f7f8fa;\n  font-size: 28rpx;\n}\n'],
    ['mini.project.json', json({ component2: true })],
    ['.gitignore', 'node_modules/\n'],
    ...pageFiles(name).map(([suffix, content]) => [`pages/index/index${suffix}`, content] as const),
  ];
}
