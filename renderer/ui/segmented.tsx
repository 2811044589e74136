import type { LucideIcon } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import styles from './segmented.module.css';

interface SegmentedProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; icon?: LucideIcon }[];
  onChange(value: Value): void;
  isDisabled?: boolean;
}

/** One of a few, side by side. */
export function Segmented<Value extends string>({ label, value, options, onChange, isDisabled = false }: SegmentedProps<Value>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles.group ?? ''}
      selectionMode="single"
      disallowEmptySelection
      isDisabled={isDisabled}
      selectedKeys={[value]}
      onSelectionChange={(keys) => onChange([...keys][0] as Value)}
    >
      {options.map(({ value: option, label: text, icon: Icon }) => (
        <ToggleButton key={option} id={option} className={styles.option ?? ''}>
          {Icon && <Icon size={13} strokeWidth={1.5} aria-hidden="true" />}
          {text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
