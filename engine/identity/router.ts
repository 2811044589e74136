import type { Host } from '#engine/host/index.ts';
import type { Logger } from '#engine/log/index.ts';
import { type DomainRouter, rpc } from '#engine/rpc/index.ts';
import type { ProjectBinding } from '#shared/model/workspace.ts';
import { checkTarget } from './check-target.ts';
import type { IdentityService } from './identity-service.ts';

export interface IdentityRouterDependencies {
  identity: IdentityService;
  host: Host;
  log: Logger;
  /** The merchant that an open workspace belongs to. */
  bindingOf: (workspaceId: string) => Promise<ProjectBinding | null>;
}

/** False when the renderer has to open the address, also when the shell failed to. */
async function openInBrowser(host: Host, log: Logger, url: string): Promise<boolean> {
  if (!host.openExternal) return false;
  try {
    await host.openExternal(url);
    return true;
  } catch (error) {
    log.warn('The system browser could not be opened', { error });
    return false;
  }
}

export function createIdentityRouter({ identity, host, log, bindingOf }: IdentityRouterDependencies): DomainRouter<'identity'> {
  return rpc.identity.router({
    snapshot: rpc.identity.snapshot.handler(() => identity.snapshot()),
    watch: rpc.identity.watch.handler(({ signal }) => identity.watch(signal)),
    beginSignIn: rpc.identity.beginSignIn.handler(async () => {
      const attempt = await identity.beginSignIn();
      return { ...attempt, opened: await openInBrowser(host, log, attempt.url) };
    }),
    finishSignIn: rpc.identity.finishSignIn.handler(({ input }) => identity.finishSignIn(input.attemptId)),
    cancelSignIn: rpc.identity.cancelSignIn.handler(({ input }) => identity.cancelSignIn(input.attemptId)),
    signOut: rpc.identity.signOut.handler(({ input }) => identity.signOut(input.accountId)),
    addIdentity: rpc.identity.addIdentity.handler(({ input }) => identity.addIdentity(input.accountId, input.role, input.workspaceId)),
    removeIdentity: rpc.identity.removeIdentity.handler(({ input }) => identity.removeIdentity(input.identityId)),
    merchants: rpc.identity.merchants.handler(({ input }) => identity.merchants(input.identityId)),
    act: rpc.identity.act.handler(({ input }) => identity.act(input.identityId, input.merchantId)),
    checkTarget: rpc.identity.checkTarget.handler(async ({ input }) => checkTarget(await bindingOf(input.workspaceId), await identity.acting())),
  });
}
