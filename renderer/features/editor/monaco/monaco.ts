// The one folder that imports monaco-editor; everything in it is loaded after the first paint.
import 'monaco-editor/features/register.all.js';
import 'monaco-editor/languages/definitions/css/register.js';
import 'monaco-editor/languages/definitions/html/register.js';
import 'monaco-editor/languages/definitions/javascript/register.js';
import 'monaco-editor/languages/definitions/less/register.js';
import 'monaco-editor/languages/definitions/markdown/register.js';
import 'monaco-editor/languages/definitions/typescript/register.js';
import 'monaco-editor/languages/definitions/xml/register.js';
import 'monaco-editor/languages/definitions/yaml/register.js';
import 'monaco-editor/languages/features/css/register.js';
import * as monaco from 'monaco-editor/editor.js';
import * as json from 'monaco-editor/languages/features/json/register.js';
import * as typescript from 'monaco-editor/languages/features/typescript/register.js';
import { registerAcss } from './acss.ts';
import { registerAxml } from './axml.ts';
import { configureScripts } from './scripts.ts';
import { defineThemes } from './themes.ts';
import { workerFor } from './workers.ts';

self.MonacoEnvironment = { getWorker: (_id: string, label: string) => workerFor(label) };

registerAxml(monaco);
registerAcss(monaco);
configureScripts(monaco, typescript);
json.jsonDefaults.setDiagnosticsOptions({ validate: true, allowComments: true, trailingCommas: 'ignore', enableSchemaRequest: false, schemas: [] });
defineThemes(monaco);

export { monaco, typescript };
