export { fileError } from './file-error.ts';
export { validateName } from './file-name.ts';
