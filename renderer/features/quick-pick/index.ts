export { fuzzyItems } from './fuzzy-items.ts';
export { QuickPick } from './quick-pick.tsx';
export {
  askForChoice,
  askForText,
  closeQuickPick,
  type QuickPickAnswer,
  type QuickPickItem,
  type QuickPickRequest,
  showQuickPick,
} from './quick-pick-store.ts';
