import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { classes } from './classes.ts';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  variant?: 'primary' | 'secondary' | 'ghost' | 'danger';
  size?: 'small' | 'medium' | 'large';
  /** 1 to 12: a button that writes to this merchant. Used for nothing else. */
  merchantColour?: number;
  wide?: boolean;
  children: ReactNode;
}

export function Button({ variant = 'secondary', size = 'medium', merchantColour, wide = false, ...props }: ButtonProps) {
  const merchantStyle = merchantColour === undefined ? undefined : { background: `var(--m${merchantColour})`, color: `var(--m${merchantColour}-on)` };
  return <AriaButton {...props} className={classes(styles.button, styles[variant], styles[size], wide && styles.wide)} style={merchantStyle} />;
}
