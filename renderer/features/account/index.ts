import { lazy } from 'react';

export { actAs, followIdentity, useAccount, useActing, useMerchant, useMerchants } from './account-store.ts';
export { ActingAs } from './acting-as.tsx';
export { ActingStatus } from './acting-status.tsx';
export { registerIdentityCommands } from './commands.ts';
export { mayActFor } from './merchant-status.ts';
export { PlatformStatus } from './platform-status.tsx';
export { SignInCard } from './sign-in-card.tsx';
export { TargetBanner } from './target-banner.tsx';
export { unavailableReason } from './unavailable-reason.ts';

// The account's pages are loaded when somebody looks at them.
export const AccountMain = lazy(async () => ({ default: (await import('./account-main.tsx')).AccountMain }));
export const AccountSideBar = lazy(async () => ({ default: (await import('./account-side-bar.tsx')).AccountSideBar }));
