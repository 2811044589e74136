// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeLayout } from '#renderer/features/workbench/layout-store.ts';

const initial = mergeLayout(null);

describe('a kept layout', () => {
  it('comes back as it was', () => {
    const kept = { ...initial, view: 'search', sideBarVisible: false, panelVisible: true, panelTab: 'output', panelHeight: 300 };
    expect(mergeLayout(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it('keeps what is usable of another version', () => {
    const merged = mergeLayout({ view: 'phone', panelHeight: -5, sideBarWidths: { search: 400, explorer: 'wide' }, panelTab: 'output' });
    expect(merged).toEqual({ ...initial, panelTab: 'output', sideBarWidths: { ...initial.sideBarWidths, search: 400 } });
  });

  it('is always a layout, whatever was kept', () => {
    const sizes = fc.oneof(fc.anything(), fc.double(), fc.integer());
    const kept = fc.oneof(fc.anything(), fc.record({ view: sizes, panelHeight: sizes, sideBarWidths: fc.oneof(sizes, fc.record({ explorer: sizes })) }));
    fc.assert(
      fc.property(kept, (value) => {
        const layout = mergeLayout(value);
        expect(Object.keys(layout).sort()).toEqual(Object.keys(initial).sort());
        for (const size of [layout.panelHeight, ...Object.values(layout.sideBarWidths)]) expect(size >= 100 && size <= 4000).toBe(true);
      }),
    );
  });
});
