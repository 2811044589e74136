// The rewards of this shop. This file belongs to the merchant: template upgrades never change it.
import { merchantConfig } from '../utils/config';

const rewards = [
  { id: 'iced-tea', title: 'Free iced tea', stamps: 4, image: 'drink' },
  { id: 'dessert', title: 'Half-price dessert', stamps: 7, image: 'cake' },
];

/** Every reward, cheapest first; the last is the one of a full card. */
export function allRewards() {
  const { stampsNeeded, rewardName } = merchantConfig();
  return [...rewards.filter((reward) => reward.stamps < stampsNeeded), { id: 'full-card', title: rewardName || 'Free bowl', stamps: stampsNeeded, image: 'bowl' }].map((reward) => ({
    ...reward,
    image: `/assets/rewards/${reward.image}.png`,
  }));
}

export function findReward(id) {
  return allRewards().find((reward) => reward.id === id);
}
