/** The Electron binary, if it is there. */
export function electronBinary(): string | null;
export function openDesktop(options: { retry: boolean; args: string[] }): Promise<{ opened: true; exitCode: number } | { opened: false; reason: string }>;
