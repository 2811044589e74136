export { type Connection, type DomainRouter, type EngineContext, type EngineRouter, rpc } from './rpc.ts';
