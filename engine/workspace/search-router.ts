import type { Logger } from '#engine/log/index.ts';
import { type DomainRouter, rpc } from '#engine/rpc/index.ts';
import { searchText } from './search-text.ts';
import type { Workspaces } from './workspaces.ts';

export function createSearchRouter(workspaces: Workspaces, log: Logger): DomainRouter<'search'> {
  return rpc.search.router({
    text: rpc.search.text.handler(({ input, signal }) => searchText(workspaces.get(input.workspaceId), input, log, signal)),
  });
}
