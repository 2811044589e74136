export { createLog, type Log, type LogOptions } from './log.ts';
export { createLogger, type Logger } from './logger.ts';
export { createLogRouter } from './router.ts';
