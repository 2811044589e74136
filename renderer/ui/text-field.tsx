import type { ReactNode, Ref } from 'react';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps, FieldError, Input, Label, Text } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './text-field.module.css';

interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children'> {
  label: string;
  /** Keep the label for screen readers only. */
  labelHidden?: boolean;
  description?: string | undefined;
  error?: string | undefined;
  placeholder?: string;
  leading?: ReactNode;
  trailing?: ReactNode;
  inputRef?: Ref<HTMLInputElement>;
}

export function TextField({ label, labelHidden = false, description, error, placeholder, leading, trailing, inputRef, ...props }: TextFieldProps) {
  return (
    <AriaTextField {...props} isInvalid={error !== undefined} className={styles.field ?? ''}>
      <Label className={labelHidden ? 'visually-hidden' : (styles.label ?? '')}>{label}</Label>
      <span className={classes(styles.box, error !== undefined && styles.invalid)}>
        {leading}
        <Input className={styles.input ?? ''} ref={inputRef} {...(placeholder === undefined ? {} : { placeholder })} />
        {trailing}
      </span>
      {description && (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}
