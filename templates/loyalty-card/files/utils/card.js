import { merchantConfig } from './config';
import { load, save } from './storage';

const kept = 100;

function readHistory() {
  const history = load('history', null);
  if (Array.isArray(history)) return history.filter((entry) => entry && typeof entry.id === 'string' && typeof entry.stamps === 'number');
  const first = [
    { id: 'welcome-2', kind: 'welcome', stamps: 1, at: Date.now() },
    { id: 'welcome-1', kind: 'welcome', stamps: 1, at: Date.now() },
  ];
  save('history', first);
  return first;
}

/** What happened on this card, newest first. */
export function cardHistory() {
  return readHistory();
}

/** The stamps on the card now. */
export function stampCount() {
  const sum = readHistory().reduce((count, entry) => count + (Number(entry.stamps) || 0), 0);
  return Math.max(0, Math.min(merchantConfig().stampsNeeded, sum));
}

function add(entry) {
  const at = Date.now();
  const history = readHistory();
  const counted = [{ ...entry, id: `${at}-${history.length}`, at }, ...history];
  // The oldest entries become one, so that their stamps still count.
  const old = counted.slice(kept);
  const rest = old.reduce((sum, { stamps }) => sum + stamps, 0);
  save('history', rest === 0 ? counted.slice(0, kept) : [...counted.slice(0, kept), { id: 'older', kind: 'gained', stamps: rest, at: old[0].at }]);
}

/** Adds a stamp; false when the card is full. Replace this with a call to the shop's own service. */
export function collectStamp() {
  if (stampCount() >= merchantConfig().stampsNeeded) return false;
  add({ kind: 'gained', stamps: 1 });
  return true;
}

/** Takes a reward's stamps off the card; false when there are not enough. */
export function useReward(reward) {
  if (stampCount() < reward.stamps) return false;
  add({ kind: 'spent', title: reward.title, stamps: -reward.stamps });
  return true;
}

/** The number of this member, made once per phone. */
export function memberNumber() {
  const known = load('member', '');
  if (known) return known;
  const number = String(1000 + Math.floor(Math.random() * 9000));
  save('member', number);
  return number;
}

export function dayOf(time) {
  const date = new Date(time);
  const two = (part) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
