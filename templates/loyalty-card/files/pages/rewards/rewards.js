import { paintNavigationBar, themeStyle } from '../../utils/config';
import { words } from '../../utils/i18n';
import { rewardRows } from '../../utils/reward-rows';

Page({
  data: { theme: '', words: {}, rewards: [] },
  onLoad() {
    this.setData({ theme: themeStyle(), words: words() });
  },
  onShow() {
    this.setData({ rewards: rewardRows() });
  },
  onReady() {
    paintNavigationBar();
  },
  handleReward(id) {
    my.navigateTo({ url: `/pages/reward/reward?id=${encodeURIComponent(id)}` });
  },
});
