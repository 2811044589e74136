export { IdentityService, type IdentityServiceOptions } from './identity-service.ts';
export { openKeychainVault } from './keychain-vault.ts';
export { createIdentityRouter, type IdentityRouterDependencies } from './router.ts';
export type { SecretVault } from './secret-vault.ts';
export { assertTarget } from './target-gate.ts';
