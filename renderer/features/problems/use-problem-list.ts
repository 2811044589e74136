import { useMemo } from 'react';
import { explainDiagnostic, useWords } from '#renderer/client/index.ts';
import { mergeProblems, type Problem, useProblems } from './problems-store.ts';

/** Every problem of the open folder, in the person's language. */
export function useProblemList(): Problem[] {
  const problems = useProblems();
  const words = useWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language brings other sentences
  return useMemo(() => mergeProblems(problems, explainDiagnostic), [problems, words]);
}
