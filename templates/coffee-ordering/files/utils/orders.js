import { load, save } from './storage';

const key = 'orders';
const kept = 50;

/** Orders of this phone, newest first. */
export function readOrders() {
  const orders = load(key, []);
  return Array.isArray(orders) ? orders.filter((order) => order && typeof order.id === 'string' && Array.isArray(order.lines)) : [];
}

/** Keeps a new order and returns it with its number. Replace this with a call to the shop's own service. */
export function placeOrder(order) {
  const now = Date.now();
  const placed = { ...order, id: String(now), number: String(now % 1000).padStart(3, '0'), placedAt: now };
  save(key, [placed, ...readOrders()].slice(0, kept));
  return placed;
}

/** How far an order is: 0 received, 1 in preparation, 2 ready. */
export function progressOf(order, preparationMinutes) {
  const minutes = (Date.now() - order.placedAt) / 60000;
  if (minutes < 1) return 0;
  return minutes < preparationMinutes ? 1 : 2;
}

export function clockTime(time) {
  const date = new Date(time);
  const two = (part) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
