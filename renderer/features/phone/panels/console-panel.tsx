import { Ban, ChevronRight, CircleAlert, CircleX, Info, ListRestart } from 'lucide-react';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { runCommand } from '#renderer/client/commands/index.ts';
import { attempt, useWords } from '#renderer/client/index.ts';
import { IconButton, Segmented } from '#renderer/ui/index.ts';
import type { ConsoleLevel } from '#shared/model/phone.ts';
import { evaluate } from '../phone-actions.ts';
import { type ConsoleLine, changePhone, type Phone, useActivePhone, usePhones } from '../phone-store.ts';
import styles from './console-panel.module.css';
import panel from './panel.module.css';
import { SourceLink } from './source-link.tsx';
import { ValueView } from './value-view.tsx';

const icons = { warn: CircleAlert, error: CircleX, info: Info, log: null, debug: null } as const;
const levels: (ConsoleLevel | 'all')[] = ['all', 'error', 'warn', 'info', 'log', 'debug'];

const noLines: ConsoleLine[] = [];

function withCount(name: string, count: number | undefined): string {
  return count === undefined ? name : `${name} ${count}`;
}

/** Only the newest are drawn; the filter finds the others. */
const drawn = 500;

function Line({ line }: { line: ConsoleLine }) {
  const Icon = icons[line.level];
  return (
    <li className={styles.line} data-level={line.level} data-origin={line.origin}>
      {Icon ? <Icon size={13} aria-label={line.level} className={styles.icon} /> : <span className={styles.icon} />}
      {line.count > 1 && <span className={styles.count}>{line.count}</span>}
      <span className={styles.values}>
        {line.values.map((value, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the values of one line never change
          <ValueView key={index} value={value} quoted={false} />
        ))}
      </span>
      <SourceLink place={line.source} />
    </li>
  );
}

let lastOwnKey = -1;

function ownLine(text: string, values: unknown[], level: ConsoleLevel): ConsoleLine {
  return { key: lastOwnKey--, time: Date.now(), level, origin: 'person', text, values, source: undefined, count: 1 };
}

function Prompt({ phone }: { phone: Phone }) {
  const words = useWords();
  const [text, setText] = useState('');
  const [past, setPast] = useState<string[]>([]);
  const [at, setAt] = useState(0);
  const add = (line: ConsoleLine) => changePhone(phone.phoneId, ({ console: lines }) => ({ console: [...lines, line] }));

  async function run(source: string): Promise<void> {
    add(ownLine(source, [`› ${source}`], 'log'));
    try {
      const value = await evaluate(phone.phoneId, source);
      add(ownLine(JSON.stringify(value) ?? '', [value], 'log'));
    } catch (error) {
      const message =
        error instanceof Error && 'parameters' in error ? String((error.parameters as { detail?: unknown }).detail ?? error.message) : String(error);
      add(ownLine(message, [message], 'error'));
    }
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (text.trim() === '') return;
    setPast([...past, text]);
    setAt(past.length + 1);
    setText('');
    attempt(() => run(text));
  }
  function recall(step: -1 | 1): void {
    const next = Math.min(Math.max(at + step, 0), past.length);
    setAt(next);
    setText(past[next] ?? '');
  }
  return (
    <form className={styles.prompt} onSubmit={submit}>
      <ChevronRight size={14} aria-hidden="true" />
      <input
        aria-label={words('phone.console.evaluate')}
        placeholder={words('phone.console.evaluate')}
        value={text}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          recall(event.key === 'ArrowUp' ? -1 : 1);
        }}
      />
    </form>
  );
}

function useShownLines(lines: readonly ConsoleLine[], filter: string, level: ConsoleLevel | 'all'): ConsoleLine[] {
  return useMemo(() => {
    const wanted = filter.toLowerCase();
    return lines.filter((line) => (level === 'all' || line.level === level) && line.text.toLowerCase().includes(wanted)).slice(-drawn);
  }, [lines, filter, level]);
}

function Lines({ phone, shown }: { phone: Phone; shown: ConsoleLine[] }) {
  const words = useWords();
  const list = useRef<HTMLUListElement>(null);
  const newest = phone.console.at(-1)?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is what moves the list
  useEffect(() => {
    // Newer browsers return a promise from scrolling, which is no way to end an effect.
    void list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [newest]);
  if (shown.length === 0) return <p className={panel.empty}>{words(phone.console.length === 0 ? 'phone.console.none' : 'phone.console.noneOfThese')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region has to be reachable by keyboard
    <ul ref={list} className={styles.lines} tabIndex={0} aria-label={words('phone.console.title')}>
      {shown.map((line) => (
        <Line key={line.key} line={line} />
      ))}
    </ul>
  );
}

/** What the program logged, newest last, and a line to ask it things. */
export function ConsolePanel() {
  const words = useWords();
  const phone = useActivePhone();
  const [filter, setFilter] = useState('');
  const [level, setLevel] = useState<ConsoleLevel | 'all'>('all');
  const preserveLog = usePhones((state) => state.preserveLog);
  const lines = phone?.console ?? noLines;
  const shown = useShownLines(lines, filter, level);
  const counts = useMemo(() => Object.groupBy(lines, (line) => line.level), [lines]);
  if (!phone) return <p className={panel.empty}>{words('phone.nonePanel')}</p>;
  return (
    <section className={panel.pane} aria-label={words('phone.console.title')}>
      <div className={panel.bar}>
        <input
          className={panel.field}
          placeholder={words('phone.console.filter')}
          aria-label={words('phone.console.filter')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <Segmented
          label={words('phone.console.level')}
          value={level}
          options={levels.map((name) => ({ value: name, label: withCount(words(`phone.console.levels.${name}`), counts[name as ConsoleLevel]?.length) }))}
          onChange={(name) => setLevel(name)}
        />
        <span className={panel.gap} />
        <IconButton
          icon={ListRestart}
          label={words('phone.console.preserve')}
          pressed={preserveLog}
          onPress={() => usePhones.setState({ preserveLog: !preserveLog })}
        />
        <IconButton icon={Ban} label={words('phone.console.clear')} onPress={() => runCommand('phone.clearConsole')} />
      </div>
      <Lines phone={phone} shown={shown} />
      <Prompt phone={phone} />
    </section>
  );
}
