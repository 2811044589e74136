export function ActingAs() {
  return null;
}
export function ActingStatus() {
  return null;
}
export function PlatformStatus() {
  return null;
}
export function SignInCard() {
  return null;
}
export function AccountMain() {
  return null;
}
export function AccountSideBar() {
  return null;
}
