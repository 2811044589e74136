import { type DomainRouter, rpc } from '#engine/rpc/index.ts';
import type { SettingsService } from './settings-service.ts';
import type { StateFiles } from './state-files.ts';

export function createSettingsRouter(settings: SettingsService, state: StateFiles): DomainRouter<'settings'> {
  return rpc.settings.router({
    get: rpc.settings.get.handler(() => settings.get()),
    set: rpc.settings.set.handler(({ input }) => settings.set(input.key, input.value)),
    watch: rpc.settings.watch.handler(({ signal }) => settings.watch(signal)),
    loadState: rpc.settings.loadState.handler(({ input }) => state.load(input.workspaceId)),
    saveState: rpc.settings.saveState.handler(({ input }) => state.save(input.workspaceId, input.state)),
  });
}
