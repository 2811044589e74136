import { cardHistory, dayOf } from '../../utils/card';
import { paintNavigationBar, themeStyle } from '../../utils/config';
import { fill, words } from '../../utils/i18n';

function titleOf(entry, said) {
  if (entry.kind === 'spent') return fill(said.spent, { title: entry.title || said.theReward });
  return entry.kind === 'welcome' ? said.welcome : said.gained;
}

Page({
  data: { theme: '', words: {}, entries: [] },
  onLoad() {
    this.setData({ theme: themeStyle(), words: words() });
  },
  onShow() {
    const said = words();
    this.setData({
      entries: cardHistory().map((entry) => ({
        id: entry.id,
        title: titleOf(entry, said),
        day: dayOf(entry.at),
        gain: entry.stamps > 0,
        stamps: entry.stamps > 0 ? `+${entry.stamps}` : `−${-entry.stamps}`,
      })),
    });
  },
  onReady() {
    paintNavigationBar();
  },
});
