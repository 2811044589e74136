export { CrashPage } from './crash-page.tsx';
export { Workbench } from './workbench.tsx';
