import { openKeychainVault } from '#engine/identity/index.ts';
import { createLogger } from '#engine/log/index.ts';

/**
 * Runs inside a session of its own (see keychain-vault.test.ts) and prints what the real keychain did:
 * `write KEY SECRET`, `read KEY`, `remove KEY` or `probe`.
 */
const [command, key = '', secret = ''] = process.argv.slice(2);
const log = createLogger('test', (_level, _source, message, data) => process.stderr.write(`${message} ${JSON.stringify(data)}\n`));
// A keyring that has only just been started takes its time on a busy machine; how long is not what is tested.
const vault = await openKeychainVault({ log, timeout: 25_000 });
if (vault === null) console.log(JSON.stringify({ vault: null }));
else {
  if (command === 'write') await vault.write(key, secret);
  if (command === 'remove') await vault.remove(key);
  console.log(JSON.stringify({ vault: vault.storage, value: command === 'probe' ? null : await vault.read(key) }));
}
