import { AppError } from '#shared/model/errors.ts';

const windowsDevice = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/** Refuses a new name that some system could not hold, or that would leave its folder: `NAME_INVALID`. */
export function validateName(name: string): void {
  if (name === '' || name === '.' || name === '..') throw new AppError('NAME_INVALID', { name, rule: 'empty' });
  if (/[/\\]/.test(name)) throw new AppError('NAME_INVALID', { name, rule: 'separator' });
  if (/\p{Cc}/u.test(name)) throw new AppError('NAME_INVALID', { name, rule: 'control-character' });
  if (windowsDevice.test(name) || /[<>:"|?*]/.test(name)) throw new AppError('NAME_INVALID', { name, rule: 'reserved' });
  if (/[. ]$/.test(name)) throw new AppError('NAME_INVALID', { name, rule: 'trailing-dot' });
}
