import { findReward } from '../../data/rewards';
import { stampCount, useReward } from '../../utils/card';
import { paintNavigationBar, themeStyle } from '../../utils/config';
import { fill, words } from '../../utils/i18n';
import { queryValue } from '../../utils/query';

Page({
  data: { theme: '', words: {}, reward: null, costText: '', ready: false },
  onLoad(query) {
    const said = words();
    const reward = findReward(queryValue(query, 'id')) || null;
    this.setData({
      theme: themeStyle(),
      words: said,
      reward,
      costText: reward ? fill(said.cost, { count: reward.stamps }) : '',
      ready: reward !== null && stampCount() >= reward.stamps,
    });
  },
  onReady() {
    paintNavigationBar();
  },
  handleUse() {
    const { reward, ready } = this.data;
    if (!reward || !ready) return;
    const said = words();
    my.confirm({
      title: reward.title,
      content: fill(said.useQuestion, { count: reward.stamps }),
      confirmButtonText: said.useNow,
      cancelButtonText: said.cancel,
      success: ({ confirm }) => {
        if (!confirm || !useReward(reward)) return;
        my.showToast({ content: said.used, type: 'success', duration: 2000 });
        my.navigateBack();
      },
    });
  },
});
