import type { WorkspaceRoot } from '#engine/files/index.ts';
import { AppError, isAppError } from '#shared/model/errors.ts';
import { bindingOf, instanceFilePath } from '#shared/model/instance.ts';
import type { ProjectInfo } from '#shared/model/workspace.ts';
import { assertRootExists } from '../assert-root-exists.ts';
import { readInstance } from '../instance-file.ts';
import { readJsonDocument } from './json-document.ts';
import { below, miniProgramRoot } from './project-root.ts';
import { routesOf } from './routes.ts';

type Part = Pick<ProjectInfo, 'kind' | 'pages' | 'problems'>;

async function readApp(root: WorkspaceRoot): Promise<Part> {
  const path = below(await miniProgramRoot(root), 'app.json');
  try {
    const { value } = await readJsonDocument(root, path);
    return { kind: 'mini-program', pages: routesOf(value), problems: [] };
  } catch (error) {
    if (isAppError(error, 'JSON_INVALID')) {
      const { line, column } = error.parameters;
      return { kind: 'mini-program', pages: [], problems: [{ path, code: 'JSON_INVALID', line, column }] };
    }
    if (error instanceof AppError) return { kind: 'folder', pages: [], problems: [] };
    throw error;
  }
}

/** What a workspace is: its routes, its merchant, and what keeps either from being read. `WORKSPACE_GONE`. */
export async function readProjectInfo(root: WorkspaceRoot): Promise<ProjectInfo> {
  await assertRootExists(root);
  const [app, file] = await Promise.all([readApp(root), readInstance(root.realPath)]);
  if (file.kind === 'valid') return { ...app, binding: bindingOf(file.value) };
  if (file.kind === 'missing') return { ...app, binding: null };
  const problem = { path: instanceFilePath, code: 'INSTANCE_INVALID' as const, line: file.line, column: file.column };
  return { ...app, problems: [...app.problems, problem], binding: null };
}
