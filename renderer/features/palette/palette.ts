import { displayChord, isCommandEnabled, keyFor, registerCommands, runCommand } from '#renderer/client/commands/index.ts';
import { client, currentLanguage, translate } from '#renderer/client/index.ts';
import { openFile } from '#renderer/features/editor/index.ts';
import { fuzzyItems, type QuickPickAnswer, type QuickPickItem, showQuickPick } from '#renderer/features/quick-pick/index.ts';
import { useWorkspace } from '#renderer/features/workspace/index.ts';
import { messages } from '#shared/messages/index.ts';
import { type CommandId, commandDefinition, commandIds } from '#shared/model/commands.ts';

function commandItems(): QuickPickItem[] {
  const { commandTitles, commandCategories } = messages[currentLanguage()];
  return commandIds
    .filter((id) => !commandDefinition(id).hidden && id !== 'workbench.commandPalette' && isCommandEnabled(id))
    .map((id) => {
      const key = keyFor(id);
      return { id, label: `${commandCategories[commandDefinition(id).category]}: ${commandTitles[id]}`, shortcut: key && displayChord(key) };
    })
    .sort((a, b) => a.label.localeCompare(b.label));
}

function splitLine(query: string): { name: string; line: number | null; column: number } {
  const found = /^(.*?)(?::(\d*))?(?::(\d*))?$/s.exec(query);
  return { name: found?.[1] ?? '', line: found?.[2] ? Number(found[2]) : null, column: Number(found?.[3] || 1) };
}

async function fileItems(query: string): Promise<QuickPickAnswer> {
  const workspaceId = useWorkspace.getState().workspace?.workspaceId;
  if (workspaceId === undefined) return [];
  const { items, complete } = await client.workspace.quickOpen({ workspaceId, query: splitLine(query).name, limit: 100 });
  const shown = items.map(({ path, matches }): QuickPickItem => {
    const start = path.lastIndexOf('/') + 1;
    return {
      id: path,
      label: path.slice(start),
      detail: path.slice(0, Math.max(0, start - 1)),
      matches: matches.map((index) => index - start).filter((index) => index >= 0),
    };
  });
  return { items: shown, complete };
}

/** One box for files and, after `>`, commands. */
function showBox(initialQuery: string): void {
  const commandsOnly = initialQuery.startsWith('>');
  showQuickPick({
    label: translate(commandsOnly ? 'palette.commands' : 'palette.files'),
    placeholder: translate(commandsOnly ? 'palette.commandsHint' : 'palette.filesHint'),
    initialQuery: commandsOnly ? '' : initialQuery,
    items: (query) => (commandsOnly || query.startsWith('>') ? fuzzyItems(query.replace(/^>/, ''), commandItems()) : fileItems(query)),
    accept(item, query) {
      if (item === null) return;
      if (commandsOnly || query.startsWith('>')) runCommand(item.id as CommandId);
      else {
        const { line, column } = splitLine(query);
        void openFile(item.id, { preview: false, ...(line === null ? {} : { position: { line, column } }) });
      }
    },
  });
}

export function registerPaletteCommands(): () => void {
  return registerCommands({
    'workbench.commandPalette': () => showBox('>'),
    'workbench.quickOpen': () => showBox(''),
  });
}
