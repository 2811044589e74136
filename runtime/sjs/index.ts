export { createSjsGuard, type SjsGuard, type SjsGuardOptions } from './guard.ts';
