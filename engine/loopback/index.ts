export { closeServers, type LoopbackServers, listenOnLoopback } from './listen-on-loopback.ts';
export { readBody } from './read-body.ts';
