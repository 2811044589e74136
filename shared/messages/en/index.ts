import { cli } from './cli.ts';
import { commandCategories, commandTitles } from './commands.ts';
import { errors } from './errors.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { templates } from './templates.ts';
import * as workbench from './workbench.ts';

export const en = { cli, commandCategories, commandTitles, errors, shell, signIn, templates, ...workbench } as const;
