import { proveLibrary } from '#test/support/libraries.ts';
import { content } from './mini-antui/content.ts';
import { fields } from './mini-antui/fields.ts';

proveLibrary({ name: 'mini-antui', cases: [...content, ...fields] });
