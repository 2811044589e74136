import type { Command } from 'commander';
import { openGallery } from '#engine/index.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { explain } from '../messages.ts';

type Context = Pick<CommandContext, 'stdout' | 'stderr' | 'translate' | 'templatesDirectory' | 'exitWith'>;

/** Lists the templates of the gallery; one that cannot be used is named on stderr and makes the command end with 1. */
export async function templatesList({ json }: { json: boolean }, context: Context): Promise<void> {
  const gallery = openGallery({
    directory: context.templatesDirectory,
    onInvalid: (error) => {
      context.stderr(`${explain(error, context.translate)}\n`);
      context.exitWith(exitCodes.findings);
    },
  });
  const manifests = (await gallery.list()).map(({ manifest }) => manifest);
  if (json) {
    const templates = manifests.map(({ id, version, name, parameters }) => ({ id, version, name, parameters }));
    context.stdout(`${JSON.stringify({ templates })}\n`);
    return;
  }
  const width = Math.max(0, ...manifests.map(({ id }) => id.length));
  for (const { id, version, name, description } of manifests) context.stdout(`${id.padEnd(width)}  ${version.padEnd(8)}  ${name} — ${description}\n`);
}

export function registerTemplatesList(program: Command, context: Context): void {
  const existing = program.commands.find((command) => command.name() === 'templates');
  const templates = existing ?? program.command('templates').description(context.translate('cli.templates.description'));
  templates
    .command('list')
    .description(context.translate('cli.templatesList.description'))
    .option('--json', context.translate('cli.templatesList.json'), false)
    .action((options: { json: boolean }) => templatesList(options, context));
}
