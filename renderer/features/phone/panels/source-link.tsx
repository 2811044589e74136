import { attempt, useWords } from '#renderer/client/index.ts';
import { openFile } from '#renderer/features/editor/index.ts';
import type { SourcePlace } from '#shared/model/simulator.ts';
import { usePhones } from '../phone-store.ts';
import styles from './panel.module.css';

/** A place in the project's sources, opened by a press. */
export function SourceLink({ place }: { place: { file: string; line: number; column?: number } | Omit<SourcePlace, 'column'> | undefined }) {
  const words = useWords();
  if (!place) return null;
  const column = 'column' in place && place.column !== undefined ? place.column : 1;
  const name = `${place.file.split('/').at(-1)}:${place.line}`;
  return (
    <button
      type="button"
      className={styles.link}
      aria-label={words('phone.console.open', { place: `${place.file}:${place.line}` })}
      onClick={(event) => {
        event.stopPropagation();
        usePhones.setState({ editorBeside: true });
        attempt(() => openFile(place.file, { position: { line: place.line, column } }));
      }}
    >
      {name}
    </button>
  );
}
