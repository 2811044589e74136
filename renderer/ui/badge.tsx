import { CircleAlert, CircleCheck, CircleDashed, Clock, Info, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './badge.module.css';

export type BadgeTone = 'ok' | 'warn' | 'err' | 'info' | 'idle';

const icons: Record<BadgeTone, LucideIcon> = { ok: CircleCheck, warn: Clock, err: CircleAlert, info: Info, idle: CircleDashed };

/** A status: a shape and a word, never colour alone. */
export function Badge({ tone, icon, children }: { tone: BadgeTone; icon?: LucideIcon; children: ReactNode }) {
  const Icon = icon ?? icons[tone];
  return (
    <span className={`${styles.badge} ${styles[tone]}`}>
      <Icon size={12} strokeWidth={1.6} aria-hidden="true" />
      {children}
    </span>
  );
}
