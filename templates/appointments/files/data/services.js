// The services and people of this merchant. This file belongs to the merchant: template upgrades never change it.
import { merchantConfig } from '../utils/config';

// Sample prices are in units that become sensible amounts in each currency. Put real prices here and remove the scale.
const sampleScale = { IDR: 10000, THB: 30, PHP: 50, CNY: 6, MYR: 4 };

const services = [
  { id: 'check-up', title: 'Check-up', minutes: 30, price: 40 },
  { id: 'cleaning', title: 'Cleaning', minutes: 45, price: 65 },
  { id: 'whitening', title: 'Whitening', minutes: 60, price: 120 },
  { id: 'consultation', title: 'First consultation', minutes: 20, price: 25 },
];

export const people = [
  { id: 'ana', name: 'Ana Moreira', image: '/assets/people/ana.png' },
  { id: 'bo', name: 'Bo Lindqvist', image: '/assets/people/bo.png' },
  { id: 'cleo', name: 'Cleo Adeyemi', image: '/assets/people/cleo.png' },
];

/** Every service with its price in the merchant's currency. */
export function allServices() {
  const scale = sampleScale[merchantConfig().currency] || 1;
  return services.map((service) => ({ ...service, price: service.price * scale }));
}

export function findService(id) {
  return allServices().find((service) => service.id === id);
}
