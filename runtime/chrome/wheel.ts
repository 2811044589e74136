import { word } from '../words.ts';
import { button, element } from './element.ts';

const itemHeight = 36;

function column(labels: readonly string[], selected: number): HTMLElement {
  const items = labels.map((label) => element('div', 'wheel-item', { role: 'option' }, [label]));
  const list = element('div', 'wheel-column', { role: 'listbox', tabindex: '0' }, [element('div', 'wheel-space'), ...items, element('div', 'wheel-space')]);
  for (const [index, item] of items.entries()) item.addEventListener('click', () => list.scrollTo({ top: index * itemHeight, behavior: 'smooth' }));
  queueMicrotask(() => {
    list.scrollTop = selected * itemHeight;
  });
  return list;
}

/** Wheels in a sheet from below; answers the index per column, or null when it is given up. */
export function wheelSheet(
  { title, columns, selected }: { title: string; columns: readonly (readonly string[])[]; selected: readonly number[] },
  answer: (indexes: number[] | null) => void,
): HTMLElement {
  const lists = columns.map((labels, index) => column(labels, selected[index] ?? 0));
  const read = (): number[] =>
    lists.map((list, at) => Math.min(Math.max(Math.round(list.scrollTop / itemHeight), 0), Math.max((columns[at]?.length ?? 1) - 1, 0)));
  return element('div', 'sheet wheel-sheet', { role: 'dialog', 'aria-modal': 'true', 'aria-label': title || word('done') }, [
    element('div', 'wheel-head', {}, [
      button('wheel-button', word('cancel'), () => answer(null)),
      element('span', 'wheel-title', {}, [title]),
      button('wheel-button wheel-done', word('done'), () => answer(read())),
    ]),
    element('div', 'wheel-body', {}, [...lists, element('div', 'wheel-window')]),
  ]);
}
