/** Where the compiler finds files. Paths are absolute within the program: `/pages/index/index.js`. */
export interface FileLookup {
  kind(path: string): Promise<'file' | 'directory' | null>;
  /** Text of a file; null when there is none. */
  read(path: string): Promise<string | null>;
}
