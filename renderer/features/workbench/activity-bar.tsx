import { FolderOpen, LayoutGrid, type LucideIcon, Search, Settings, UserRound } from 'lucide-react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { displayChord, keyFor, runCommand } from '#renderer/client/commands/index.ts';
import { useWords } from '#renderer/client/index.ts';
import { classes } from '#renderer/ui/index.ts';
import type { CommandId } from '#shared/model/commands.ts';
import styles from './activity-bar.module.css';
import { toggleView, useLayout, type View } from './layout-store.ts';

const buttons: { view: View; icon: LucideIcon; command: CommandId }[] = [
  { view: 'explorer', icon: FolderOpen, command: 'workbench.showExplorer' },
  { view: 'search', icon: Search, command: 'workbench.showSearch' },
  { view: 'gallery', icon: LayoutGrid, command: 'workbench.showGallery' },
  { view: 'account', icon: UserRound, command: 'workbench.showAccount' },
];

interface ActivityButtonProps {
  icon: LucideIcon;
  label: string;
  command: CommandId;
  active?: boolean;
  onPress(): void;
}

function ActivityButton({ icon: Icon, label, command, active = false, onPress }: ActivityButtonProps) {
  const key = keyFor(command);
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Button aria-label={label} aria-pressed={active} className={classes(styles.button, active && styles.active)} onPress={onPress}>
        <Icon size={20} strokeWidth={1.4} aria-hidden="true" />
      </Button>
      <Tooltip placement="right" className={styles.tooltip ?? ''}>
        {label} {key && <span className={styles.keys}>{displayChord(key)}</span>}
      </Tooltip>
    </TooltipTrigger>
  );
}

export function ActivityBar() {
  const words = useWords();
  const view = useLayout((state) => (state.sideBarVisible ? state.view : null));
  return (
    <nav className={styles.bar} aria-label={words('workbench.activityBar')} data-part="activity-bar">
      {buttons.map((button) => (
        <ActivityButton
          key={button.view}
          icon={button.icon}
          label={words(`workbench.views.${button.view}`)}
          command={button.command}
          active={view === button.view}
          onPress={() => toggleView(button.view)}
        />
      ))}
      <span className={styles.gap} />
      <ActivityButton
        icon={Settings}
        label={words('workbench.settings')}
        command="workbench.openSettings"
        onPress={() => runCommand('workbench.openSettings')}
      />
    </nav>
  );
}
