import { useEffect, useState } from 'react';
import { runCommand } from '#renderer/client/commands/index.ts';
import { useWords } from '#renderer/client/index.ts';
import type { CommandId } from '#shared/model/commands.ts';
import { useCursor } from './cursor-store.ts';
import { useDocuments, workingCopy } from './documents/index.ts';
import styles from './editor-status.module.css';
import { activeDocumentId, useEditors } from './editor-store.ts';
import { languageNames } from './monaco/index.ts';

export const encodingNames = { utf8: 'UTF-8', utf16le: 'UTF-16 LE', utf16be: 'UTF-16 BE', gb18030: 'GB18030', latin1: 'ISO 8859-1' } as const;

function Item({ command, label, children }: { command: CommandId; label: string; children: string }) {
  return (
    <button type="button" className={styles.item} aria-label={`${label}: ${children}`} onClick={() => runCommand(command)}>
      {children}
    </button>
  );
}

/** The indentation of the shown text, followed as it changes. */
function useIndentation(documentId: string): string {
  const words = useWords();
  const [options, setOptions] = useState({ tabSize: 2, insertSpaces: true });
  useEffect(() => {
    const model = workingCopy(documentId)?.model;
    if (model === undefined) return;
    const read = () => setOptions({ tabSize: model.getOptions().indentSize, insertSpaces: model.getOptions().insertSpaces });
    read();
    const listener = model.onDidChangeOptions(read);
    return () => listener.dispose();
  }, [documentId]);
  return words(options.insertSpaces ? 'editor.spaces' : 'editor.tabSize', { count: options.tabSize });
}

function TextStatus({ documentId }: { documentId: string }) {
  const words = useWords();
  const document = useDocuments((state) => state.byId[documentId]);
  const { line, column, selected } = useCursor();
  const indentation = useIndentation(documentId);
  if (document?.kind !== 'text') return null;
  const position = words('editor.position', { line, column }) + (selected > 0 ? ` ${words('editor.selected', { count: selected })}` : '');
  const { encoding, bom, lineEnding } = document.format;
  return (
    <>
      <Item command="editor.goToLine" label={words('editor.goToLine')}>
        {position}
      </Item>
      <Item command="editor.changeIndentation" label={words('editor.indentation')}>
        {indentation}
      </Item>
      <Item command="editor.changeEncoding" label={words('editor.encoding')}>{`${encodingNames[encoding]}${bom ? ' BOM' : ''}`}</Item>
      <Item command="editor.changeLineEnding" label={words('editor.lineEnding')}>
        {lineEnding === 'mixed' ? words('editor.mixed') : lineEnding.toUpperCase()}
      </Item>
      <Item command="editor.changeLanguage" label={words('editor.language')}>
        {languageNames[document.languageId] ?? document.languageId}
      </Item>
    </>
  );
}

/** Position, indentation, encoding, line ending and language of the active document. */
export function EditorStatus() {
  const documentId = useEditors((state) => activeDocumentId(state));
  return documentId === null ? null : <TextStatus key={documentId} documentId={documentId} />;
}
