import { proveLibrary } from '#test/support/libraries.ts';
import { content } from './antd-mini/content.ts';
import { fields } from './antd-mini/fields.ts';
import { forms } from './antd-mini/forms.ts';
import { overlays } from './antd-mini/overlays.ts';

proveLibrary({ name: 'antd-mini', cases: [...content, ...overlays, ...fields, ...forms] });
