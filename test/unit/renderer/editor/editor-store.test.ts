// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import {
  activeGroup,
  activeTab,
  isShownElsewhere,
  removeTab,
  removeTabsOf,
  replaceDocument,
  resetEditors,
  setGroups,
  setTabState,
  showTab,
  splitRight,
  stepTab,
  type TabContent,
  useEditors,
} from '#renderer/features/editor/editor-store.ts';

function file(path: string): TabContent {
  return { kind: 'document', documentId: `file:${path}` };
}

function open(path: string, options: Parameters<typeof showTab>[1] = {}): void {
  showTab(file(path), options);
}

/** `>` marks the active tab, `*` a preview, `!` a pinned one. */
function shown(): string[] {
  const marks = { preview: '*', kept: '', pinned: '!' };
  return useEditors
    .getState()
    .groups.map((group) =>
      group.tabs.map((tab) => `${tab.id === group.activeTabId ? '>' : ''}${tab.id.replace('document:file:', '')}${marks[tab.state]}`).join(' '),
    );
}

beforeEach(resetEditors);

describe('tabs', () => {
  it('show one preview at a time, in the place of the one before', () => {
    open('a');
    open('b', { preview: true });
    open('c', { preview: true });
    expect(shown()).toEqual(['a >c*']);
    open('c');
    open('d', { preview: true });
    expect(shown()).toEqual(['a c >d*']);
  });

  it('open behind the active one, pinned ones first', () => {
    for (const path of ['a', 'b', 'c']) open(path);
    setTabState(1, 'document:file:c', 'pinned');
    expect(shown()).toEqual(['>c! a b']);
    open('d');
    expect(shown()).toEqual(['c! >d a b']);
  });

  it('are activated, not opened again, where they are open', () => {
    open('a');
    open('b');
    open('a');
    expect(shown()).toEqual(['>a b']);
  });

  it('go round with the keyboard', () => {
    for (const path of ['a', 'b', 'c']) open(path);
    stepTab(1);
    expect(shown()).toEqual(['>a b c']);
    stepTab(-1);
    expect(shown()).toEqual(['a b >c']);
  });

  it('give way to a neighbour when they close, and are remembered', () => {
    for (const path of ['a', 'b', 'c']) open(path);
    removeTab(1, 'document:file:c');
    expect(shown()).toEqual(['a >b']);
    expect(useEditors.getState().closed.at(-1)?.content).toEqual(file('c'));
  });

  it('remember no more than fifty closed ones', () => {
    for (let index = 0; index < 60; index++) {
      open(`f${index}`);
      removeTab(1, `document:file:f${index}`);
    }
    expect(useEditors.getState().closed).toHaveLength(50);
  });
});

describe('groups', () => {
  it('split the active tab to the right and vanish with their last tab', () => {
    open('a');
    open('b');
    splitRight();
    expect(shown()).toEqual(['a >b', '>b']);
    expect(isShownElsewhere('file:b', 1)).toBe(true);
    const second = activeGroup().id;
    removeTab(second, 'document:file:b');
    expect(shown()).toEqual(['a >b']);
    expect(activeGroup().id).toBe(1);
  });

  it('keep one empty group', () => {
    open('a');
    removeTab(1, 'document:file:a');
    expect(shown()).toEqual(['']);
    expect(activeTab()).toBeNull();
  });

  it('open tabs although the group that was meant is gone', () => {
    open('a', { groupId: 99 });
    expect(shown()).toEqual(['>a']);
  });

  it('restore with an active group that exists, whatever was kept', () => {
    const tab = { id: 'document:file:a', content: file('a'), state: 'kept' as const };
    setGroups([{ id: 7, tabs: [tab], activeTabId: tab.id }], 2);
    open('b');
    expect(shown()).toEqual(['a >b']);
    const twins = [7, 7].map((id) => ({ id, tabs: [tab], activeTabId: tab.id }));
    setGroups(twins, 7);
    expect(new Set(useEditors.getState().groups.map((group) => group.id)).size).toBe(2);
  });
});

describe('documents of tabs', () => {
  it('take their tabs along when they get another name, without two tabs of one', () => {
    open('a');
    open('b');
    replaceDocument('file:a', 'file:b');
    expect(shown()).toEqual(['>b']);
  });

  it('close with their comparison', () => {
    open('a');
    showTab({ kind: 'compare', documentId: 'file:a' });
    open('b');
    removeTabsOf('file:a');
    expect(shown()).toEqual(['>b']);
  });
});
