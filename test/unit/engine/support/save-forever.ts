import { dirname, join } from 'node:path';
import { atomicWrite } from '#engine/files/index.ts';

/** Run as a process of its own and killed by its test: writes one file again and again, each time full of one letter. */
const [target = ''] = process.argv.slice(2);
for (let round = 0; ; round++) {
  const bytes = Buffer.alloc(300_000, 'abcdefgh'.charCodeAt(round % 8));
  await atomicWrite(target, bytes, { copiesDirectory: join(dirname(target), 'copies') });
  if (round === 0) process.stdout.write('started\n');
}
