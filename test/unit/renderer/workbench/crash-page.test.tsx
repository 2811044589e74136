// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const append = vi.hoisted(() => vi.fn(async (_entry: { message: string; data: unknown }) => undefined));
vi.mock('#renderer/client/connection.ts', async (original) => ({ ...(await original<object>()), client: { log: { append } } }));

const { CrashPage } = await import('#renderer/features/workbench/crash-page.tsx');

function Broken(): never {
  throw new Error('no such merchant colour');
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  // React repeats on the console what an error boundary caught.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('shows what is left when drawing fails: a way back, a way to the log, and an entry in it', async () => {
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  await act(async () =>
    root.render(
      <CrashPage>
        <Broken />
      </CrashPage>,
    ),
  );
  expect(place.querySelector('[role="alert"]')?.textContent).toContain('no such merchant colour');
  const buttons = [...place.querySelectorAll('button')];
  expect(buttons.map((button) => button.textContent)).toEqual(['Reload', expect.stringMatching(/log/i)]);
  expect(append).toHaveBeenCalledWith(expect.objectContaining({ level: 'error', data: expect.objectContaining({ message: 'no such merchant colour' }) }));
  const reload = vi.spyOn(window.location, 'reload').mockImplementation(() => undefined);
  await act(async () => buttons[0]?.click());
  expect(reload).toHaveBeenCalledOnce();
  await act(async () => root.unmount());
});
