import { Command, CommanderError } from 'commander';
import type { CommandContext } from './command-context.ts';
import { registerBuild } from './commands/build.ts';
import { registerGenerate } from './commands/generate.ts';
import { registerInspect } from './commands/inspect.ts';
import { registerPlatformStart } from './commands/platform-start.ts';
import { registerServe } from './commands/serve.ts';
import { registerTemplatesList } from './commands/templates-list.ts';
import { exitCodes } from './exit-codes.ts';
import { locateInstallation } from './installation.ts';
import { explain, loadMessages } from './messages.ts';

function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

async function createContext(): Promise<CommandContext> {
  const installation = locateInstallation();
  return {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    translate: await loadMessages(process.env),
    installation,
    templatesDirectory: installation.templates,
    interrupted: interruption(),
    exitWith: (code) => {
      process.exitCode = code;
    },
  };
}

function createProgram(context: CommandContext): Command {
  const program = new Command('minifoundry')
    .description(context.translate('cli.description'))
    .version(context.installation.version)
    .showHelpAfterError()
    .exitOverride()
    .configureOutput({ writeOut: context.stdout, writeErr: context.stderr });
  registerServe(program, context);
  registerPlatformStart(program, context);
  registerTemplatesList(program, context);
  registerGenerate(program, context);
  registerBuild(program, context);
  registerInspect(program, context);
  return program;
}

async function run(): Promise<void> {
  const context = await createContext();
  try {
    await createProgram(context).parseAsync(process.argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      context.exitWith(error.exitCode === 0 ? exitCodes.ok : exitCodes.usage);
      return;
    }
    context.stderr(`${explain(error, context.translate)}\n`);
    context.exitWith(exitCodes.findings);
  }
}

await run();
