import type { en } from '../en/index.ts';
import type { Words } from '../words.ts';
import { errors } from './errors.ts';
import { shell } from './shell.ts';

export const zhCN: Words<typeof en> = { errors, shell };
