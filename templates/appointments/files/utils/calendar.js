import { merchantConfig } from './config';
import { fill, words } from './i18n';

const two = (part) => String(part).padStart(2, '0');

/** A day as `2026-12-04`, in the phone's time zone. */
export function dayKey(date) {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The date behind a day and a time of day; undefined when they are not ones. */
export function dateOf(day, time) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day || '');
  const clock = /^(\d{2}):(\d{2})$/.exec(time || '00:00');
  if (!parts || !clock) return undefined;
  return new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]), Number(clock[1]), Number(clock[2]));
}

/** A day in words of the merchant's language. */
export function dayText(day) {
  const date = dateOf(day);
  if (!date) return '';
  const said = words();
  return fill(said.day, { weekday: said.weekdays[date.getDay()], day: date.getDate(), month: said.months[date.getMonth()] });
}

/** The days that can be chosen, from today. */
export function bookableDays() {
  const { daysAhead, closedWeekdays } = merchantConfig();
  const said = words();
  const today = new Date();
  return Array.from({ length: daysAhead }, (_, index) => {
    const date = new Date(today.getFullYear(), today.getMonth(), today.getDate() + index);
    return { id: dayKey(date), weekday: said.weekdays[date.getDay()], day: date.getDate(), closed: closedWeekdays.indexOf(date.getDay()) !== -1 };
  });
}

function minutesOf(time, fallback) {
  const clock = /^(\d{2}):(\d{2})$/.exec(time);
  return clock ? Number(clock[1]) * 60 + Number(clock[2]) : fallback;
}

/** The times of a day for a service: those that are over or taken are marked. `taken` holds `{time, minutes}`. */
export function timesOf(day, minutes, taken) {
  const { opensAt, closesAt } = merchantConfig();
  const opens = minutesOf(opensAt, 540);
  const closes = minutesOf(closesAt, 1020);
  const now = Date.now();
  const times = [];
  for (let start = opens; start + minutes <= closes; start += 45) {
    const id = `${two(Math.floor(start / 60))}:${two(start % 60)}`;
    const date = dateOf(day, id);
    const overlaps = taken.some((visit) => {
      const begins = minutesOf(visit.time, 0);
      return begins < start + minutes && start < begins + visit.minutes;
    });
    times.push({ id, off: !date || date.getTime() < now || overlaps });
  }
  return times;
}
