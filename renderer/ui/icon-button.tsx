import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton, type ButtonProps, OverlayArrow, Tooltip, TooltipTrigger } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './icon-button.module.css';

interface IconButtonProps extends Omit<ButtonProps, 'className' | 'style' | 'children'> {
  icon: LucideIcon;
  /** The accessible name, shown as a tooltip too. */
  label: string;
  /** Keys shown behind the name. */
  shortcut?: string | undefined;
  /** Given for a button that stays on: whether it is. */
  pressed?: boolean;
  size?: number;
}

export function IconButton({ icon: Icon, label, shortcut, pressed, size = 16, ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton
        {...props}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        className={classes(styles.button, pressed && styles.pressed)}
      >
        <Icon size={size} strokeWidth={1.5} aria-hidden="true" />
      </AriaButton>
      <Tooltip className={styles.tooltip ?? ''} offset={6}>
        <OverlayArrow />
        {label}
        {shortcut && <kbd className={styles.keys}>{shortcut}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
