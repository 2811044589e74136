import { findProduct } from '../data/menu';
import { load, save } from './storage';
import { formatMoney } from './money';

const key = 'cart';
const most = 20;

function stored() {
  const lines = load(key, []);
  return Array.isArray(lines) ? lines.filter((line) => line && typeof line.sku === 'string' && line.quantity > 0) : [];
}

/** How many of a product are in the cart, over all of its options. */
export function quantityOf(sku) {
  return stored().reduce((sum, line) => (line.sku === sku ? sum + line.quantity : sum), 0);
}

/** Adds (or with a negative number removes) a product with its options. */
export function changeCart(sku, options, by) {
  const lines = stored();
  const found = lines.find((line) => line.sku === sku && (line.options || '') === options);
  if (found) found.quantity = Math.min(most, found.quantity + by);
  else if (by > 0) lines.push({ sku, options, quantity: Math.min(most, by) });
  save(key, lines.filter((line) => line.quantity > 0));
}

/** Removes one of a product, whatever its options: the line that was added last. */
export function removeOne(sku) {
  const last = stored().filter((line) => line.sku === sku).pop();
  if (last) changeCart(sku, last.options || '', -1);
}

export function clearCart() {
  save(key, []);
}

/** The cart with products and amounts; what left the menu is left out. */
export function readCart() {
  const lines = stored()
    .map((line) => ({ ...line, options: line.options || '', product: findProduct(line.sku) }))
    .filter((line) => line.product)
    .map((line) => ({ ...line, id: `${line.sku} ${line.options}`, amount: formatMoney(line.product.price * line.quantity) }));
  const total = lines.reduce((sum, line) => sum + line.product.price * line.quantity, 0);
  const count = lines.reduce((sum, line) => sum + line.quantity, 0);
  return { lines, count, total, totalText: formatMoney(total) };
}
