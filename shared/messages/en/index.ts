import { account } from './account.ts';
import { cli } from './cli.ts';
import { commandCategories, commandTitles } from './commands.ts';
import { diagnostics } from './diagnostics.ts';
import * as editor from './editor.ts';
import { errors } from './errors.ts';
import { explorer } from './explorer.ts';
import { gallery } from './gallery.ts';
import { phone } from './phone.ts';
import * as search from './search.ts';
import * as settings from './settings.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import * as start from './start.ts';
import { templates } from './templates.ts';
import * as workbench from './workbench.ts';

export const en = {
  account,
  cli,
  commandCategories,
  commandTitles,
  diagnostics,
  errors,
  explorer,
  gallery,
  phone,
  shell,
  signIn,
  templates,
  ...editor,
  ...search,
  ...settings,
  ...start,
  ...workbench,
} as const;
