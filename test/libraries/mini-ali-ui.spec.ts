import { proveLibrary } from '#test/support/libraries.ts';
import { content } from './mini-ali-ui/content.ts';
import { fields } from './mini-ali-ui/fields.ts';

proveLibrary({ name: 'mini-ali-ui', cases: [...content, ...fields] });
