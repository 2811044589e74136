export { followCompilerProblems } from './compiler-problems.ts';
export { ProblemsCount, ProblemsPane, ProblemsStatus } from './problems-pane.tsx';
export { followProblems, useCompilerErrors } from './problems-store.ts';
