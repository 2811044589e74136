import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { runCommand } from '#renderer/client/commands/index.ts';
import { client, subscribe, useWords } from '#renderer/client/index.ts';
import { Button } from '#renderer/ui/index.ts';
import type { LogEntry } from '#shared/model/log.ts';
import styles from './output-pane.module.css';

const maximumEntries = 2000;

function Line({ entry }: { entry: LogEntry }) {
  return (
    <li className={styles.line} data-level={entry.level}>
      <time dateTime={entry.at}>{entry.at.slice(11, 19)}</time>
      <span className={styles.level}>{entry.level}</span>
      <span className={styles.source}>{entry.source}</span>
      <span className={styles.message}>
        {entry.message}
        {entry.data === undefined ? '' : ` ${JSON.stringify(entry.data)}`}
      </span>
    </li>
  );
}

/** What Minifoundry did, newest last; the whole of it can be saved for a bug report. */
export function OutputPane() {
  const words = useWords();
  const [entries, setEntries] = useState<LogEntry[]>([]);
  const list = useRef<HTMLUListElement>(null);
  useEffect(
    () =>
      subscribe(
        (signal) => client.log.follow(undefined, { signal }),
        (more) => setEntries((shown) => [...shown, ...more].slice(-maximumEntries)),
      ),
    [],
  );
  useEffect(() => {
    if (entries.length > 0) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [entries]);
  return (
    <section className={styles.pane} aria-label={words('output.title')}>
      <div className={styles.bar}>
        <Button size="small" onPress={() => runCommand('log.save')}>
          <Download size={14} aria-hidden="true" />
          {words('output.save')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region has to be reachable by keyboard */}
      <ul ref={list} className={styles.list} tabIndex={0} aria-label={words('output.title')}>
        {entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: log lines are append-only
          <Line key={index} entry={entry} />
        ))}
      </ul>
    </section>
  );
}
