import { allRewards } from '../data/rewards';
import { stampCount } from './card';
import { fill, words } from './i18n';

/** The rewards as rows: what they cost, and whether the card has enough stamps. */
export function rewardRows() {
  const said = words();
  const count = stampCount();
  return allRewards().map((reward) => {
    const ready = count >= reward.stamps;
    return { ...reward, ready, cost: fill(said.cost, { count: reward.stamps }), state: ready ? said.use : fill(said.missing, { count: reward.stamps - count }) };
  });
}
