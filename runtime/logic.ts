import { startWorker } from './logic/boot/start-worker.ts';
import type { WorkerGlobal } from './logic/boot/worker-platform.ts';

startWorker(globalThis as unknown as WorkerGlobal);
