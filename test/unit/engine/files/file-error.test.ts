import { expect, it } from 'vitest';
import { fileError } from '#engine/files/index.ts';

const failure = (code: string) => Object.assign(new Error(code), { code });

it.each([
  ['ENOENT', 'NOT_FOUND'],
  ['EACCES', 'ACCESS_DENIED'],
  ['EPERM', 'ACCESS_DENIED'],
  ['EROFS', 'READ_ONLY'],
  ['ENOSPC', 'DISK_FULL'],
  ['EDQUOT', 'DISK_FULL'],
  ['EBUSY', 'BUSY'],
  ['ELOOP', 'LINK_LOOP'],
  ['ENAMETOOLONG', 'NAME_TOO_LONG'],
  ['EEXIST', 'ALREADY_EXISTS'],
  ['ENOTDIR', 'NOT_A_FOLDER'],
  ['EISDIR', 'IS_A_FOLDER'],
])('says what %s means, about the path a person knows', (errno, code) => {
  expect(fileError(failure(errno), 'pages/a.js')).toMatchObject({ code, parameters: { path: 'pages/a.js' } });
});

it('names what it does not know, and keeps what already is one of ours', () => {
  expect(fileError(failure('EIO'), 'a')).toMatchObject({ code: 'FILE_FAILED', parameters: { path: 'a', errno: 'EIO' } });
  expect(fileError(failure('EMFILE'), 'a')).toMatchObject({ code: 'TOO_MANY_OPEN_FILES', parameters: {} });
  const ours = fileError(failure('ENOENT'), 'first');
  expect(fileError(ours, 'second')).toBe(ours);
});
