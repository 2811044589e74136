import { CaseSensitive, Ellipsis, Regex, Square, WholeWord } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { attempt, useWords } from '#renderer/client/index.ts';
import { useWorkspace } from '#renderer/features/workspace/index.ts';
import { IconButton, TextField } from '#renderer/ui/index.ts';
import styles from './search-pane.module.css';
import { SearchResults } from './search-results.tsx';
import { changeOptions, runSearch, type SearchProgress, searchIfChanged, stopSearch, useSearch } from './search-store.ts';

const typingPause = 250;

/** Searches a moment after the last change of the options. */
function useSearchAsYouType(): void {
  const options = useSearch((state) => state.options);
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the options is a new search
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => attempt(searchIfChanged), typingPause);
    return () => clearTimeout(timer);
  }, [options]);
}

function Summary({ progress }: { progress: SearchProgress }) {
  const words = useWords();
  switch (progress.kind) {
    case 'idle':
      return null;
    case 'running':
      return (
        <span className={styles.running}>
          {words('search.searching')} <IconButton icon={Square} size={12} label={words('search.stop')} onPress={stopSearch} />
        </span>
      );
    case 'failed':
      return <span className={styles.failed}>{progress.reason}</span>;
    case 'done':
      if (progress.hits === 0) return <>{words('search.nothing')}</>;
      return <>{words(progress.limitReached ? 'search.limitReached' : 'search.summary', { hits: progress.hits, files: progress.files })}</>;
  }
}

function Filters() {
  const words = useWords();
  const { include, exclude } = useSearch((state) => state.options);
  return (
    <>
      <TextField
        label={words('search.include')}
        placeholder={words('search.includeHint')}
        value={include}
        onChange={(value) => changeOptions({ include: value })}
      />
      <TextField label={words('search.exclude')} value={exclude} onChange={(value) => changeOptions({ exclude: value })} />
    </>
  );
}

/** Text search over the folder, with results as they are found. */
export function SearchPane() {
  const words = useWords();
  const { options, progress } = useSearch();
  const [filters, setFilters] = useState(options.include !== '' || options.exclude !== '');
  const open = useWorkspace((state) => state.workspace !== null);
  useSearchAsYouType();
  return (
    <section className={styles.pane} aria-label={words('search.title')}>
      <header className={styles.head}>
        <h2 className={styles.title}>{words('search.title')}</h2>
        <IconButton icon={Ellipsis} label={words('search.filters')} pressed={filters} aria-expanded={filters} onPress={() => setFilters(!filters)} />
      </header>
      <search className={styles.form}>
        <TextField
          label={words('search.pattern')}
          labelHidden
          autoFocus
          isDisabled={!open}
          placeholder={words(open ? 'search.placeholder' : 'search.noFolder')}
          value={options.pattern}
          onChange={(pattern) => changeOptions({ pattern })}
          onKeyDown={(event) => event.key === 'Enter' && attempt(runSearch)}
          trailing={
            <span className={styles.toggles}>
              <IconButton
                icon={CaseSensitive}
                label={words('search.matchCase')}
                pressed={options.matchCase}
                aria-pressed={options.matchCase}
                onPress={() => changeOptions({ matchCase: !options.matchCase })}
              />
              <IconButton
                icon={WholeWord}
                label={words('search.wholeWord')}
                pressed={options.wholeWord}
                aria-pressed={options.wholeWord}
                onPress={() => changeOptions({ wholeWord: !options.wholeWord })}
              />
              <IconButton
                icon={Regex}
                size={14}
                label={words('search.regularExpression')}
                pressed={options.regularExpression}
                aria-pressed={options.regularExpression}
                onPress={() => changeOptions({ regularExpression: !options.regularExpression })}
              />
            </span>
          }
        />
        {filters && <Filters />}
      </search>
      <div className={styles.summary} role="status">
        <Summary progress={progress} />
      </div>
      <SearchResults />
    </section>
  );
}
