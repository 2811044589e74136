import { dateOf } from './calendar';
import { load, save } from './storage';

const kept = 100;

/** Appointments of this phone, in the order of their time. */
export function readVisits() {
  const visits = load('visits', []);
  if (!Array.isArray(visits)) return [];
  return visits
    .filter((visit) => visit && dateOf(visit.day, visit.time))
    .map((visit) => ({ ...visit, at: dateOf(visit.day, visit.time).getTime() }))
    .sort((a, b) => a.at - b.at);
}

/** The times that are taken on a day. */
export function takenOn(day) {
  return readVisits().filter((visit) => visit.day === day && !visit.cancelled);
}

/** Books; false when the time is taken. Replace this with a call to the merchant's own service. */
export function bookVisit(visit) {
  if (takenOn(visit.day).some((other) => other.time === visit.time)) return false;
  save('visits', [...readVisits(), { ...visit, id: String(Date.now()), cancelled: false }].slice(-kept));
  return true;
}

export function cancelVisit(id) {
  save('visits', readVisits().map((visit) => (visit.id === id ? { ...visit, cancelled: true } : visit)));
}
