import { FilePlus2, FolderOpen, LayoutGrid, ListChecks, type LucideIcon, ShieldCheck, UserRoundCheck, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { displayChord, keyFor, runCommand } from '#renderer/client/commands/index.ts';
import { attempt, client, currentLanguage, useWords } from '#renderer/client/index.ts';
import { SignInCard } from '#renderer/features/account/index.ts';
import { closeEverything } from '#renderer/features/editor/index.ts';
import { enterWorkspace } from '#renderer/features/workspace/index.ts';
import { IconButton, initialsOf, Monogram, TextField } from '#renderer/ui/index.ts';
import type { CommandId } from '#shared/model/commands.ts';
import type { RecentWorkspace } from '#shared/model/workspace.ts';
import styles from './start-page.module.css';

const actions: { command: CommandId; icon: LucideIcon; words: 'openFolder' | 'newProject' | 'newFromGallery' }[] = [
  { command: 'workbench.openFolder', icon: FolderOpen, words: 'openFolder' },
  { command: 'workbench.newProject', icon: FilePlus2, words: 'newProject' },
  { command: 'workbench.newFromGallery', icon: LayoutGrid, words: 'newFromGallery' },
];

function Actions() {
  const words = useWords();
  return (
    <ul className={styles.actions}>
      {actions.map(({ command, icon: Icon, words: name }) => {
        const key = keyFor(command);
        return (
          <li key={command}>
            <button type="button" className={styles.action} onClick={() => runCommand(command)}>
              <span className={styles.actionIcon}>
                <Icon size={16} strokeWidth={1.5} aria-hidden="true" />
              </span>
              <span className={styles.actionText}>
                <span className={styles.actionTitle}>{words(`start.${name}`)}</span>
                <span className={styles.actionHint}>{words(`start.${name}Hint`)}</span>
              </span>
              {key && <kbd className={styles.key}>{displayChord(key)}</kbd>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Recent({ recent, onForget }: { recent: RecentWorkspace; onForget(): void }) {
  const words = useWords();
  const merchant = recent.binding?.merchantName;
  function open(): void {
    attempt(async () => {
      if (await closeEverything()) await enterWorkspace(await client.workspace.openRecent({ id: recent.id }));
    });
  }
  return (
    <li className={styles.recent}>
      <button type="button" className={styles.recentButton} onClick={open}>
        <Monogram text={initialsOf(merchant ?? recent.name)} size={30} />
        <span className={styles.recentText}>
          <span className={styles.recentName} dir="auto">
            {recent.name}
          </span>
          <code className={styles.path} dir="auto">
            {recent.display}
          </code>
        </span>
        <span className={styles.recentFor} dir="auto">
          {recent.exists ? (merchant ? words('start.forMerchant', { name: merchant }) : words('start.noMerchant')) : words('start.missing')}
        </span>
        <time className={styles.when} dateTime={recent.openedAt}>
          {new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'medium' }).format(new Date(recent.openedAt))}
        </time>
      </button>
      <IconButton icon={X} size={14} label={words('start.forget', { name: recent.name })} onPress={onForget} />
    </li>
  );
}

function Recents() {
  const words = useWords();
  const [recents, setRecents] = useState<RecentWorkspace[]>([]);
  const [filter, setFilter] = useState('');
  useEffect(() => attempt(async () => setRecents(await client.workspace.recents())), []);
  const shown = recents.filter((recent) =>
    `${recent.name} ${recent.display} ${recent.binding?.merchantName ?? ''}`.toLowerCase().includes(filter.toLowerCase()),
  );
  function forget(id: string): void {
    attempt(async () => {
      await client.workspace.forgetRecent({ id });
      setRecents((before) => before.filter((recent) => recent.id !== id));
    });
  }
  return (
    <section aria-label={words('start.recent')} className={styles.recents}>
      <header className={styles.recentsHead}>
        <h2 className={styles.heading}>{words('start.recent')}</h2>
        <TextField label={words('start.filterRecents')} labelHidden placeholder={words('start.filterRecents')} value={filter} onChange={setFilter} />
      </header>
      {shown.length === 0 ? (
        <p className={styles.empty}>{words('start.noRecents')}</p>
      ) : (
        <ul>
          {shown.map((recent) => (
            <Recent key={recent.id} recent={recent} onForget={() => forget(recent.id)} />
          ))}
        </ul>
      )}
    </section>
  );
}

const tips = [
  { icon: UserRoundCheck, name: 'capsule' },
  { icon: ListChecks, name: 'generate' },
  { icon: ShieldCheck, name: 'safe' },
] as const;

function Tips() {
  const words = useWords();
  return (
    <section aria-label={words('start.beforeFirst')}>
      <h2 className={styles.heading}>{words('start.beforeFirst')}</h2>
      <ul className={styles.tips}>
        {tips.map(({ icon: Icon, name }) => (
          <li key={name} className={styles.tip}>
            <Icon size={16} strokeWidth={1.5} aria-hidden="true" className={styles.tipIcon} />
            <h3 className={styles.tipTitle}>{words(`start.tips.${name}.title`)}</h3>
            <p className={styles.tipText}>{words(`start.tips.${name}.text`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a person sees before a folder is open. */
export function StartPage() {
  const words = useWords();
  return (
    <div className={styles.page}>
      <div className={styles.columns}>
        <div className={styles.left}>
          <svg
            width="40"
            height="34"
            viewBox="3 6 26 20"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.700"
            strokeLinejoin="round"
            strokeLinecap="round"
            aria-hidden="true"
          >
            <path d="M4.500 8h23l-2.800 14.300a2.600 2.600 0 0 1-2.500 2.100H9.800a2.600 2.600 0 0 1-2.500-2.100z" />
            <path d="M11 14.500h10M16 19.500v.2" />
          </svg>
          <h1 className={styles.title}>Minifoundry</h1>
          <p className={styles.tagline}>{words('start.tagline')}</p>
          <Actions />
          <SignInCard />
        </div>
        <div className={styles.right}>
          <Recents />
          <Tips />
        </div>
      </div>
    </div>
  );
}
