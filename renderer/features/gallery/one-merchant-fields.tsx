import { useWords } from '#renderer/client/index.ts';
import { mayActFor } from '#renderer/features/account/index.ts';
import { TextField } from '#renderer/ui/index.ts';
import type { Merchant } from '#shared/model/identity.ts';
import { merchantId as merchantIdSchema } from '#shared/model/templates.ts';
import { useGenerate } from './generate-store.ts';
import styles from './one-merchant-fields.module.css';
import { SelectField } from './select-field.tsx';

/** Whose project it is: one of the merchants that may be acted for, or any other by id and name. */
export function OneMerchantFields({ merchants }: { merchants: readonly Merchant[] }) {
  const words = useWords();
  const one = useGenerate((state) => state.one);
  const authorised = merchants.filter(mayActFor);
  const known = authorised.find(({ merchantId }) => merchantId === one.merchantId);
  const options = [
    { value: '', label: words('gallery.form.otherMerchant') },
    ...authorised.map(({ merchantId, name }) => ({ value: merchantId, label: name })),
  ];
  const invalid = one.merchantId !== '' && !merchantIdSchema.safeParse(one.merchantId).success;
  return (
    <div className={styles.fields}>
      {authorised.length > 0 && (
        <SelectField
          label={words('gallery.form.merchant')}
          value={known?.merchantId ?? ''}
          options={options}
          onChange={(value) => {
            const merchant = authorised.find(({ merchantId }) => merchantId === value);
            useGenerate.setState({ one: { merchantId: merchant?.merchantId ?? '', name: merchant?.name ?? '' } });
          }}
        />
      )}
      <TextField
        label={words('gallery.form.merchantId')}
        description={words('gallery.form.merchantIdHint')}
        value={one.merchantId}
        isRequired
        isReadOnly={known !== undefined}
        error={invalid ? words('gallery.problems.merchantId') : undefined}
        onChange={(merchantId) => useGenerate.setState({ one: { ...one, merchantId } })}
      />
      <TextField
        label={words('gallery.form.name')}
        value={one.name}
        isRequired
        isReadOnly={known !== undefined}
        onChange={(name) => useGenerate.setState({ one: { ...one, name } })}
      />
    </div>
  );
}
