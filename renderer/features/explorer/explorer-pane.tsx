import { useEffect, useState } from 'react';
import { attempt, client, useWords } from '#renderer/client/index.ts';
import { openFile } from '#renderer/features/editor/index.ts';
import { useWorkspace } from '#renderer/features/workspace/index.ts';
import type { Entry } from '#shared/model/workspace.ts';

export function ExplorerPane() {
  const words = useWords();
  const workspaceId = useWorkspace((state) => state.workspace?.workspaceId);
  const [entries, setEntries] = useState<Entry[]>([]);
  useEffect(() => {
    if (workspaceId) attempt(async () => setEntries((await client.workspace.list({ workspaceId, path: '' })).entries));
  }, [workspaceId]);
  return (
    <ul aria-label={words('workbench.views.explorer')}>
      {entries.map((entry) => (
        <li key={entry.name}>
          <button type="button" onClick={() => entry.kind === 'file' && attempt(() => openFile(entry.name, { preview: true }))}>
            {entry.name}
          </button>
        </li>
      ))}
    </ul>
  );
}
