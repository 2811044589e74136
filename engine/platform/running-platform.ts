/** A running local platform: where it listens, and how to end it. */
export interface RunningPlatform {
  /** The origin, without a path. */
  url: string;
  /** Resolves when the process is gone, whoever ended it. */
  exited?: Promise<void>;
  dispose(): Promise<void>;
}
