/** What a template pack may hold at most; beyond it the pack is refused. Sizes in bytes. */
export const templateLimits = {
  files: 5000,
  depth: 16,
  fileSize: 4 * 1024 * 1024,
  totalSize: 32 * 1024 * 1024,
  manifestSize: 512 * 1024,
  previewSize: 512 * 1024,
} as const;
