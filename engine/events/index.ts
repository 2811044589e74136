export { EventStream, type EventStreamOptions } from './event-stream.ts';
