import { openDesktop } from './lib/desktop.mjs';
import { findNode, runProcess } from './lib/node24.mjs';
import { fail, setUp } from './lib/setup.mjs';

function wantedShell(args) {
  if (args.includes('--browser')) return 'browser';
  return args.includes('--desktop') ? 'desktop' : 'either';
}

async function main(args) {
  const shell = wantedShell(args);
  const rest = args.filter((argument) => argument !== '--browser' && argument !== '--desktop');
  await setUp();
  if (shell !== 'browser') {
    const outcome = await openDesktop({ retry: shell === 'desktop', args: rest });
    if (outcome.opened) {
      process.exitCode = outcome.exitCode;
      return;
    }
    process.stderr.write(`Opening in the browser: ${outcome.reason}\n`);
  }
  process.exitCode = await runProcess(findNode(), ['dist/cli/main.js', 'serve', ...rest]);
}

main(process.argv.slice(2)).catch(fail);
