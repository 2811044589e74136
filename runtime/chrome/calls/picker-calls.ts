import { word } from '../../words.ts';
import { actionSheet, type Overlays } from '../overlays.ts';
import { wheelSheet } from '../wheel.ts';
import { type Arguments, apiError, type DocumentCalls, number, text, texts } from './call.ts';

function givenUp(): never {
  throw apiError(11, 'The person gave up choosing');
}

async function turnWheels(overlays: Overlays, title: string, columns: readonly (readonly string[])[], selected: readonly number[]): Promise<number[]> {
  return (await overlays.dialog<number[] | null>((answer) => wheelSheet({ title, columns, selected }, answer))) ?? givenUp();
}

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index).padStart(2, '0'));
}

const dateParts: { pattern: RegExp; labels: (year: number) => string[] }[] = [
  { pattern: /yyyy/, labels: (year) => range(year - 50, year + 50) },
  { pattern: /MM/, labels: () => range(1, 12) },
  { pattern: /dd/, labels: () => range(1, 31) },
  { pattern: /HH/, labels: () => range(0, 23) },
  { pattern: /mm/, labels: () => range(0, 59) },
  { pattern: /ss/, labels: () => range(0, 59) },
];

function partsOf(format: string, date: string): Map<RegExp, string> {
  const found = new Map<RegExp, string>();
  for (const { pattern } of dateParts) {
    const match = pattern.exec(format);
    if (match) found.set(pattern, date.slice(match.index, match.index + match[0].length));
  }
  return found;
}

function isoLike(now: Date): Record<string, string> {
  const [day = '', time = ''] = now.toISOString().split('T');
  const [year = '', month = '', date = ''] = day.split('-');
  const [hour = '', minute = '', second = ''] = time.slice(0, 8).split(':');
  return { yyyy: year, MM: month, dd: date, HH: hour, mm: minute, ss: second };
}

async function datePicker(overlays: Overlays, args: Arguments): Promise<unknown> {
  const format = text(args, 'format', 'yyyy-MM-dd');
  const now = new Date();
  const today = isoLike(now);
  const current = text(args, 'currentDate') || format.replace(/yyyy|MM|dd|HH|mm|ss/g, (part) => today[part] ?? part);
  const given = partsOf(format, current);
  const shown = dateParts.filter(({ pattern }) => given.has(pattern));
  const columns = shown.map(({ labels }) => labels(now.getFullYear()));
  const selected = shown.map(({ pattern }, index) => Math.max(columns[index]?.indexOf(given.get(pattern) ?? '') ?? 0, 0));
  const indexes = await turnWheels(overlays, format, columns, selected);
  let date = format;
  for (const [index, { pattern }] of shown.entries()) date = date.replace(pattern, columns[index]?.[indexes[index] ?? 0] ?? '');
  return { date };
}

async function optionsSelect(overlays: Overlays, args: Arguments): Promise<unknown> {
  const [one, two] = [texts(args, 'optionsOne'), texts(args, 'optionsTwo')];
  const columns = two.length > 0 ? [one, two] : [one];
  const [first = 0, second = 0] = await turnWheels(overlays, text(args, 'title'), columns, [
    number(args, 'selectedOneIndex', 0),
    number(args, 'selectedTwoIndex', 0),
  ]);
  return {
    selectedOneIndex: first,
    selectedOneOption: one[first] ?? '',
    ...(two.length > 0 ? { selectedTwoIndex: second, selectedTwoOption: two[second] ?? '' } : {}),
  };
}

interface Level {
  name?: unknown;
  subList?: unknown;
}

async function multiLevelSelect(overlays: Overlays, args: Arguments): Promise<unknown> {
  const result: { name: string }[] = [];
  let levels = Array.isArray(args.list) ? (args.list as Level[]) : [];
  while (levels.length > 0) {
    const shown = levels;
    const items = shown.map(({ name }) => String(name ?? ''));
    const index = await overlays.dialog<number>((answer) =>
      actionSheet({ title: text(args, 'title'), items, cancel: word('cancel'), destructive: -1 }, answer),
    );
    if (index < 0) return { success: false, result: [] };
    result.push({ name: items[index] ?? '' });
    const below = shown[index]?.subList;
    levels = Array.isArray(below) ? (below as Level[]) : [];
  }
  return { success: true, result };
}

/** Pickers that are opened by a call. */
export function pickerCalls(overlays: Overlays): DocumentCalls {
  return {
    datePicker: (args) => datePicker(overlays, args),
    optionsSelect: (args) => optionsSelect(overlays, args),
    multiLevelSelect: (args) => multiLevelSelect(overlays, args),
  };
}
