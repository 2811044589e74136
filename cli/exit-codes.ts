/** What the process ends with; documented in docs/cli.md and stable. */
export const exitCodes = { ok: 0, findings: 1, usage: 2, partlyDone: 3, interrupted: 130 } as const;
