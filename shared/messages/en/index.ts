import { errors } from './errors.ts';
import { shell } from './shell.ts';

export const en = { errors, shell } as const;
