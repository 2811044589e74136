import { client, explainDiagnostic, subscribe } from '#renderer/client/index.ts';
import { whenMonacoIsLoaded } from '#renderer/features/editor/index.ts';
import { useWorkspace } from '#renderer/features/workspace/index.ts';
import type { Diagnostic } from '#shared/model/diagnostics.ts';
import { compilerOwner, isSaidTwice, useProblems } from './problems-store.ts';

type Models = Awaited<ReturnType<typeof whenMonacoIsLoaded>>['monaco'];

function markersOf(monaco: Models, diagnostics: readonly Diagnostic[]) {
  const severities = { error: monaco.MarkerSeverity.Error, warning: monaco.MarkerSeverity.Warning, information: monaco.MarkerSeverity.Info };
  return diagnostics.map((diagnostic) => ({
    severity: severities[diagnostic.severity],
    message: explainDiagnostic(diagnostic),
    source: compilerOwner,
    code: diagnostic.code,
    startLineNumber: diagnostic.range.start.line + 1,
    startColumn: diagnostic.range.start.column + 1,
    endLineNumber: diagnostic.range.end.line + 1,
    endColumn: diagnostic.range.end.column + 1,
  }));
}

/** Underlines what the compiler found in the documents that are open, and in those that open later. */
async function drawMarkers(): Promise<() => void> {
  const { monaco } = await whenMonacoIsLoaded();
  const drawn = new WeakMap<object, string>();
  const draw = (): void => {
    const { compiler, monaco: known } = useProblems.getState();
    for (const model of monaco.editor.getModels()) {
      if (model.uri.scheme !== 'file') continue;
      const path = model.uri.path.slice(1);
      const markers = markersOf(
        monaco,
        compiler.filter((diagnostic) => diagnostic.file === path && !isSaidTwice(diagnostic, known)),
      );
      // Drawing is heard as a change of markers itself.
      const key = JSON.stringify(markers);
      if ((drawn.get(model) ?? '[]') === key) continue;
      drawn.set(model, key);
      monaco.editor.setModelMarkers(model, compilerOwner, markers);
    }
  };
  const opened = monaco.editor.onDidCreateModel(draw);
  const stop = useProblems.subscribe(draw);
  draw();
  return () => {
    opened.dispose();
    stop();
  };
}

/** Follows what the compiler says of the open mini program, beginning after it has been painted. */
export function followCompilerProblems(): () => void {
  let followed: string | null = null;
  let stopFollowing: (() => void) | undefined;
  const follow = (workspaceId: string): void => {
    stopFollowing = subscribe(
      (signal) => client.simulator.diagnostics({ workspaceId }, { signal }),
      (compiler) => useProblems.setState({ compiler }),
    );
  };
  const take = (): void => {
    const { workspace, project } = useWorkspace.getState();
    const workspaceId = project?.kind === 'mini-program' ? (workspace?.workspaceId ?? null) : null;
    if (workspaceId === followed) return;
    stopFollowing?.();
    stopFollowing = undefined;
    followed = workspaceId;
    useProblems.setState({ compiler: [] });
    if (workspaceId !== null) requestAnimationFrame(() => setTimeout(() => followed === workspaceId && !stopFollowing && follow(workspaceId)));
  };
  const stops = [useWorkspace.subscribe(take)];
  void drawMarkers().then((stop) => stops.push(stop));
  take();
  return () => {
    followed = null;
    stopFollowing?.();
    for (const stop of stops) stop();
  };
}
