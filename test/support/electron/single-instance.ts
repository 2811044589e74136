import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** Tells the instance that listens there, and answers whether there was one. In a process of its own because the question is synchronous. */
function tellFirst(socket: string, data: unknown): boolean {
  const script = `require('node:net').connect(process.argv[1], function () { this.end(process.argv[2], () => process.exit(0)); }).on('error', () => process.exit(1));`;
  return spawnSync(process.execPath, ['-e', script, socket, JSON.stringify(data)]).status === 0;
}

/** True for the first process with this data directory; a later one only tells the first what it was given. */
export function claimSingleInstance(userData: string, data: unknown, onSecond: (data: unknown) => void): boolean {
  const socket = join(userData, 'instance.sock');
  if (tellFirst(socket, data)) return false;
  rmSync(socket, { force: true });
  const server = createServer((connection) => {
    let text = '';
    connection.setEncoding('utf8');
    connection.on('data', (chunk: string) => {
      text += chunk;
    });
    connection.on('end', () => text !== '' && onSecond(JSON.parse(text)));
  });
  server.listen(socket).unref();
  return true;
}
