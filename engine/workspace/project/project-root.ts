import type { WorkspaceRoot } from '#engine/files/index.ts';
import { workspaceSegments } from '#engine/files/index.ts';
import { isAppError } from '#shared/model/errors.ts';
import { readJsonDocument } from './json-document.ts';

/** `folder/name`, or `name` in the workspace's own folder. */
export function below(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The workspace path of the folder with `app.json`: `miniprogramRoot` of `mini.project.json`, else the workspace itself. */
export async function miniProgramRoot(root: WorkspaceRoot): Promise<string> {
  try {
    const { value } = await readJsonDocument(root, 'mini.project.json');
    const configured = typeof value.miniprogramRoot === 'string' ? value.miniprogramRoot.replace(/^(\.?\/)+|\/+$/g, '') : '';
    const path = configured === '.' ? '' : configured;
    workspaceSegments(path);
    return path;
  } catch (error) {
    if (isAppError(error)) return '';
    throw error;
  }
}
