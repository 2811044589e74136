// The menu of this shop. This file belongs to the merchant: template upgrades never change it.
import { merchantConfig } from '../utils/config';

// Sample prices are in units that become sensible amounts in each currency. Put real prices here and remove the scale.
const sampleScale = { IDR: 1000, THB: 4, PHP: 6, CNY: 1, MYR: 0.5 };

export const categories = ['coffee', 'non-coffee', 'pastry', 'beans'];

const products = [
  { sku: 'gula-aren', category: 'coffee', title: 'Es kopi gula aren', note: 'Double shot, palm sugar, fresh milk', price: 24, image: 'gula-aren' },
  { sku: 'oat-latte', category: 'coffee', title: 'Oat latte', note: 'House blend, oat milk, less sweet', price: 33, before: 38, image: 'oat-latte' },
  { sku: 'kopi-tubruk', category: 'coffee', title: 'Kopi tubruk Toraja', note: 'Single origin, unfiltered, hot', price: 21, image: 'kopi-tubruk' },
  { sku: 'cappuccino', category: 'coffee', title: 'Cappuccino', note: 'Double shot, thick foam', price: 29, image: 'cappuccino' },
  { sku: 'cold-brew', category: 'coffee', title: 'Pandan cold brew', note: 'Steeped for 16 hours', price: 28, image: 'cold-brew' },
  { sku: 'matcha', category: 'non-coffee', title: 'Matcha latte', note: 'Ceremonial grade, oat milk', price: 35, image: 'matcha' },
  { sku: 'black-tea', category: 'non-coffee', title: 'Jasmine black tea', note: 'Whole leaf, hot', price: 18, image: 'tea' },
  { sku: 'croissant', category: 'pastry', title: 'Butter croissant', note: 'Baked this morning', price: 22, image: 'croissant' },
  { sku: 'pandan-cake', category: 'pastry', title: 'Pandan coconut cake', note: 'One slice', price: 26, image: 'cake', soldOut: true },
  { sku: 'house-beans', category: 'beans', title: 'House blend, 250 g', note: 'Chocolate, caramel, low acidity', price: 95, image: 'beans' },
];

/** Every product with its price in the merchant's currency. */
export function allProducts() {
  const scale = sampleScale[merchantConfig().currency] || 0.15;
  const priced = (amount) => Math.round(amount * scale * 100) / 100;
  return products.map((product) => ({
    ...product,
    image: `/assets/products/${product.image}.png`,
    price: priced(product.price),
    before: product.before ? priced(product.before) : 0,
    soldOut: product.soldOut === true,
  }));
}

/** One product, or undefined when it left the menu. */
export function findProduct(sku) {
  return allProducts().find((product) => product.sku === sku);
}
