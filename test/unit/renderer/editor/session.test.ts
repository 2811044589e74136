// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromKept } from '#renderer/features/editor/session.ts';

describe('a kept session', () => {
  it('comes back with its tabs and the active one', () => {
    const kept = {
      activeGroupId: 1,
      groups: [
        {
          id: 1,
          active: 'b.js',
          tabs: [
            { path: 'a.js', state: 'pinned' },
            { path: 'b.js', state: 'kept' },
          ],
        },
      ],
    };
    expect(fromKept(kept)?.groups[0]).toMatchObject({
      activeTabId: 'document:file:b.js',
      tabs: [{ id: 'document:file:a.js', state: 'pinned' }, { id: 'document:file:b.js' }],
    });
  });

  it('shows each file once per group and a tab that exists', () => {
    const tab = { path: 'a.js', state: 'kept' };
    const restored = fromKept({
      activeGroupId: 9,
      groups: [
        { id: 1, active: 'gone.js', tabs: [tab, tab] },
        { id: 2, active: null, tabs: [] },
      ],
    });
    expect(restored?.groups).toHaveLength(1);
    expect(restored?.groups[0]).toMatchObject({ activeTabId: 'document:file:a.js', tabs: [{ id: 'document:file:a.js' }] });
    expect(restored?.groups[0]?.tabs).toHaveLength(1);
  });

  it('is left out when it is not one, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        expect(fromKept(kept)).toBeNull();
      }),
    );
    expect(fromKept({ groups: [{ id: 'one', tabs: 'none' }], activeGroupId: 1 })).toBeNull();
  });
});
