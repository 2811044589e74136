export { ProblemsCount, ProblemsPane, ProblemsStatus } from './problems-pane.tsx';
export { followProblems } from './problems-store.ts';
