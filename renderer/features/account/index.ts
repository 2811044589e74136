export { AccountMain, AccountSideBar, ActingAs, ActingStatus, PlatformStatus, SignInCard } from './account.tsx';
