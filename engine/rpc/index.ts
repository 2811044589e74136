export { type Connection, type EngineContext, rpc } from './rpc.ts';
