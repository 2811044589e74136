export { followCompilerProblems } from './compiler-problems.ts';
export { ProblemsCount, ProblemsPane, ProblemsStatus } from './problems-pane.tsx';
export { followProblems } from './problems-store.ts';
