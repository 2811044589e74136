export { CrashPage } from './crash-page.tsx';
export { showPanel, showView } from './layout-store.ts';
export { Workbench } from './workbench.tsx';
