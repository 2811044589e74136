import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { reportError, useWords } from '#renderer/client/index.ts';
import { classes, Monogram } from '#renderer/ui/index.ts';
import styles from './quick-pick.module.css';
import { closeQuickPick, type QuickPickItem, type QuickPickRequest, useQuickPick } from './quick-pick-store.ts';

function Highlighted({ text, matches }: { text: string; matches: readonly number[] }) {
  const marked = new Set(matches);
  let end = 0;
  return [...text].map((character) => {
    // Matches count UTF-16 units, of which some characters have two.
    const index = end;
    end += character.length;
    return marked.has(index) ? (
      <mark key={index} className={styles.mark}>
        {character}
      </mark>
    ) : (
      character
    );
  });
}

function Row({ item, id, active, onChoose }: { item: QuickPickItem; id: string; active: boolean; onChoose(): void }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox handles the keys
    // biome-ignore lint/a11y/useFocusableInteractive: options are reached through aria-activedescendant
    <div
      ref={ref}
      id={id}
      role="option"
      aria-selected={active}
      aria-disabled={item.disabled === true}
      className={classes(styles.row, active && styles.active, item.disabled && styles.disabled)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {item.monogram && <Monogram text={item.monogram.text} colour={item.monogram.colour} size={20} />}
      <span className={styles.label} dir="auto">
        <Highlighted text={item.label} matches={item.matches ?? []} />
      </span>
      {item.detail && (
        <span className={styles.detail} dir="auto">
          {item.detail}
        </span>
      )}
      {item.shortcut && <span className={styles.keys}>{item.shortcut}</span>}
    </div>
  );
}

const askAgainMilliseconds = 100;

/** The items for the typed text; an answer that comes after a newer question is dropped. */
function useItems(request: QuickPickRequest, query: string): { items: readonly QuickPickItem[]; answered: boolean } {
  const [answer, setAnswer] = useState<{ items: readonly QuickPickItem[]; query: string | null }>({ items: [], query: null });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = true;
    async function ask(): Promise<void> {
      const answer = await request.items(query);
      if (!current) return;
      setAnswer({ items: 'items' in answer ? answer.items : answer, query });
      if ('items' in answer && !answer.complete) timer = setTimeout(() => ask().catch(reportError), askAgainMilliseconds);
    }
    ask().catch(reportError);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [request, query]);
  return { items: answer.items, answered: answer.query === query };
}

function OpenQuickPick({ request }: { request: QuickPickRequest }) {
  const words = useWords();
  const listId = useId();
  const [query, setQuery] = useState(request.initialQuery ?? '');
  const { items, answered } = useItems(request, query);
  const [active, setActive] = useState(0);
  const chosen = items[Math.min(active, items.length - 1)] ?? null;
  const problem = request.freeText?.(query) ?? null;

  // Enter was pressed before the answer to what was typed came: it takes the first of that answer.
  const [hurried, setHurried] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the answer that was waited for counts
  useEffect(() => {
    if (!hurried || !answered) return;
    setHurried(false);
    choose(items[0] ?? null);
  }, [hurried, answered]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another query starts at its first answer
  useEffect(() => setActive(0), [query]);
  useEffect(() => {
    if (chosen) request.highlight?.(chosen);
  }, [request, chosen]);

  function giveUp(): void {
    request.highlight?.(null);
    closeQuickPick();
  }

  function choose(item: QuickPickItem | null): void {
    if (item?.disabled || (item === null && (request.freeText === undefined || problem !== null))) return;
    closeQuickPick();
    request.accept(item, query);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Enter and arrows belong to the list of the input method while it composes.
    if (event.nativeEvent.isComposing) return;
    const last = Math.max(0, items.length - 1);
    const moves: Record<string, () => void> = {
      ArrowDown: () => setActive((index) => (index >= last ? 0 : index + 1)),
      ArrowUp: () => setActive((index) => (index <= 0 ? last : index - 1)),
      PageDown: () => setActive((index) => Math.min(last, index + 10)),
      PageUp: () => setActive((index) => Math.max(0, index - 10)),
      Enter: () => (answered || request.freeText ? choose(chosen) : setHurried(true)),
      Escape: giveUp,
      Tab: () => undefined,
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  }

  return (
    <div className={styles.layer} data-react-aria-top-layer="true">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a click beside the box gives up, as Escape does */}
      <div className={styles.backdrop} onMouseDown={giveUp} />
      <div className={styles.box} role="dialog" aria-label={request.label}>
        <input
          // biome-ignore lint/a11y/noAutofocus: the box was asked for and takes the keyboard
          autoFocus
          className={styles.input}
          role="combobox"
          aria-label={request.label}
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-invalid={problem !== null && query !== ''}
          aria-activedescendant={chosen ? `${listId}-${items.indexOf(chosen)}` : undefined}
          placeholder={request.placeholder}
          value={query}
          spellCheck={false}
          onChange={(event) => {
            setHurried(false);
            setQuery(event.target.value);
          }}
          onKeyDown={onKeyDown}
          onFocus={(event) => event.target.select()}
        />
        {problem !== null && query !== '' && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
        <div id={listId} role="listbox" aria-label={request.label} className={styles.list}>
          {items.map((item, index) => (
            <Row key={item.id} id={`${listId}-${index}`} item={item} active={item === chosen} onChoose={() => choose(item)} />
          ))}
        </div>
        {items.length === 0 && request.freeText === undefined && <p className={styles.empty}>{words('quickPick.nothing')}</p>}
      </div>
    </div>
  );
}

/** The box at the top of the window for commands, files, merchants and short questions. */
export function QuickPick() {
  const { request, number } = useQuickPick();
  return request && <OpenQuickPick key={number} request={request} />;
}
