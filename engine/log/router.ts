import { type DomainRouter, rpc } from '#engine/rpc/index.ts';
import type { Log } from './log.ts';

export function createLogRouter(log: Log): DomainRouter<'log'> {
  return rpc.log.router({
    append: rpc.log.append.handler(({ input }) => log.logger.child(`renderer:${input.source}`)[input.level](input.message, input.data)),
    follow: rpc.log.follow.handler(({ signal }) => log.follow(signal)),
    report: rpc.log.report.handler(() => log.report()),
  });
}
