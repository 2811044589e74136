import { merchantConfig } from './config';

const currencies = {
  IDR: { symbol: 'Rp ', decimals: 0, group: '.', point: ',' },
  MYR: { symbol: 'RM ', decimals: 2, group: ',', point: '.' },
  SGD: { symbol: 'S$', decimals: 2, group: ',', point: '.' },
  THB: { symbol: '฿', decimals: 0, group: ',', point: '.' },
  PHP: { symbol: '₱', decimals: 2, group: ',', point: '.' },
  CNY: { symbol: '¥', decimals: 2, group: ',', point: '.' },
  USD: { symbol: '$', decimals: 2, group: ',', point: '.' },
  EUR: { symbol: '€', decimals: 2, group: '.', point: ',' },
};

/** An amount in the merchant's currency, as customers read it. */
export function formatMoney(amount) {
  const { symbol, decimals, group, point } = currencies[merchantConfig().currency] || currencies.USD;
  const [whole, fraction] = Math.abs(amount).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return `${amount < 0 ? '−' : ''}${symbol}${grouped}${fraction ? point + fraction : ''}`;
}
