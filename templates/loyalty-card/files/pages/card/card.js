import { allRewards } from '../../data/rewards';
import { memberNumber, stampCount } from '../../utils/card';
import { merchantConfig, paintNavigationBar, themeStyle } from '../../utils/config';
import { fill, words } from '../../utils/i18n';
import { rewardRows } from '../../utils/reward-rows';

Page({
  data: { theme: '', words: {}, greeting: '', count: 0, needed: 10, title: '', note: '', member: '', rewards: [] },
  onLoad() {
    const said = words();
    const { greeting, stampsNeeded } = merchantConfig();
    this.setData({ theme: themeStyle(), words: said, greeting, needed: stampsNeeded, member: fill(said.member, { number: memberNumber() }) });
  },
  onShow() {
    const said = words();
    const needed = merchantConfig().stampsNeeded;
    const count = stampCount();
    const rewards = allRewards();
    const reward = rewards[rewards.length - 1].title || said.theReward;
    this.setData({
      count,
      title: fill(said.stamps, { count, needed }),
      note: count >= needed ? fill(said.full, { reward }) : fill(said.toGo, { count: needed - count, reward }),
      rewards: rewardRows(),
    });
  },
  onReady() {
    paintNavigationBar();
  },
  handleCode() {
    my.navigateTo({ url: '/pages/code/code' });
  },
  handleAll() {
    my.switchTab({ url: '/pages/rewards/rewards' });
  },
  handleReward(id) {
    my.navigateTo({ url: `/pages/reward/reward?id=${encodeURIComponent(id)}` });
  },
});
