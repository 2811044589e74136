import { EventEmitter } from 'node:events';
import type { IpcMain, IpcMainEvent, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { PortGate } from '#electron/window/port-gate.ts';

interface Frame {
  origin: string;
  url: string;
  parent: Frame | null;
  frameTreeNodeId: number;
  isDestroyed(): boolean;
}

function frame(overrides: Partial<Frame> = {}): Frame {
  return { origin: 'app://workbench', url: 'app://workbench/?transport=port', parent: null, frameTreeNodeId: 1, isDestroyed: () => false, ...overrides };
}

class Contents extends EventEmitter {
  mainFrame: Frame = frame();
  destroyed = false;

  isDestroyed(): boolean {
    return this.destroyed;
  }

  navigate(details: { isMainFrame?: boolean; isSameDocument?: boolean } = {}): void {
    this.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false, ...details });
  }
}

function setUp({ engineRuns = true } = {}) {
  const ipc = new EventEmitter();
  const connected: unknown[] = [];
  const refused: string[] = [];
  const gate = new PortGate({
    ipc: ipc as unknown as Pick<IpcMain, 'on'>,
    connect: (target) => engineRuns && connected.push(target) > 0,
    report: (_message, { reason }) => refused.push(reason),
  });
  const contents = new Contents();
  gate.admit(contents as unknown as WebContents);
  contents.navigate();
  function ask(sender: Contents, senderFrame: Frame | null, channel = 'minifoundry:port'): void {
    ipc.emit(channel, { sender, senderFrame } as unknown as IpcMainEvent);
  }
  return { ipc, contents, connected, refused, ask };
}

describe('port gate', () => {
  it('gives the main frame of the workbench one port per document', () => {
    const { contents, connected, refused, ask } = setUp();
    ask(contents, contents.mainFrame);
    expect(connected).toEqual([contents.mainFrame]);
    ask(contents, contents.mainFrame);
    expect(connected).toHaveLength(1);
    expect(refused).toEqual(['second-request']);
    contents.navigate();
    ask(contents, contents.mainFrame);
    expect(connected).toHaveLength(2);
  });

  it.each([
    ['a sub-frame', 'sub-frame', frame({ parent: frame(), frameTreeNodeId: 2 })],
    ['a frame that claims to have no parent but is not the main one', 'sub-frame', frame({ frameTreeNodeId: 2 })],
    ['another origin', 'other-origin', frame({ origin: 'https://evil.example', url: 'https://evil.example/' })],
    ['an origin that starts alike', 'other-origin', frame({ origin: 'app://workbench.evil' })],
    ['an opaque origin', 'other-origin', frame({ origin: 'null' })],
    ['a destroyed frame', 'frame-gone', frame({ isDestroyed: () => true })],
    ['no frame', 'frame-gone', null],
  ] as const)('refuses %s', (_name, reason, sender) => {
    const { contents, connected, refused, ask } = setUp();
    ask(contents, sender);
    expect([connected, refused]).toEqual([[], [reason]]);
    ask(contents, contents.mainFrame);
    expect(connected).toHaveLength(1);
  });

  it('refuses a window that it was not told of, and one that is gone', () => {
    const { contents, connected, refused, ask } = setUp();
    ask(new Contents(), frame());
    contents.destroyed = true;
    ask(contents, contents.mainFrame);
    contents.emit('destroyed');
    ask(contents, contents.mainFrame);
    expect([connected, refused]).toEqual([[], ['unknown-window', 'unknown-window', 'unknown-window']]);
  });

  it('does not count movements inside a document, or other frames, as a new document', () => {
    const { contents, connected, refused, ask } = setUp();
    ask(contents, contents.mainFrame);
    contents.navigate({ isSameDocument: true });
    contents.navigate({ isMainFrame: false });
    ask(contents, contents.mainFrame);
    expect(connected).toHaveLength(1);
    expect(refused).toEqual(['second-request']);
  });

  it('keeps the turn of a new document from the one that it takes the place of', () => {
    const { contents, connected, refused, ask } = setUp();
    ask(contents, contents.mainFrame);
    contents.navigate();
    ask(contents, contents.mainFrame);
    contents.emit('did-navigate');
    ask(contents, contents.mainFrame);
    expect(connected).toHaveLength(3);
    expect(refused).toEqual([]);
  });

  it('listens to one channel only', () => {
    const { ipc, contents, connected, ask } = setUp();
    ask(contents, contents.mainFrame, 'anything-else');
    expect(connected).toEqual([]);
    expect(ipc.eventNames()).toEqual(['minifoundry:port']);
  });

  it('says when there is no engine to connect to', () => {
    const { contents, refused, ask } = setUp({ engineRuns: false });
    ask(contents, contents.mainFrame);
    expect(refused).toEqual(['no-engine']);
  });
});
