import { collectStamp, memberNumber } from '../../utils/card';
import { merchantConfig, paintNavigationBar, themeStyle } from '../../utils/config';
import { fill, words } from '../../utils/i18n';

const side = 13;

// A picture for the counter made from the member number; connect the shop's till to use a real code.
function pattern(seed) {
  let state = seed;
  return Array.from({ length: side }, (_, line) => ({
    id: line,
    list: Array.from({ length: side }, (__, column) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      const corner = (line < 3 || line > side - 4) && (column < 3 || column > side - 4) && !(line > side - 4 && column > side - 4);
      return { id: column, dark: corner || state % 1000 > 500 };
    }),
  }));
}

Page({
  data: { theme: '', words: {}, rows: [], member: '' },
  onLoad() {
    const said = words();
    const number = memberNumber();
    this.setData({ theme: themeStyle(), words: said, member: fill(said.member, { number }), rows: pattern(Number(number) || 1) });
  },
  onReady() {
    paintNavigationBar();
  },
  handleCollect() {
    const said = words();
    const collected = collectStamp();
    const { rewardName } = merchantConfig();
    my.showToast({ content: collected ? said.gained : fill(said.full, { reward: rewardName || said.theReward }), type: collected ? 'success' : 'none', duration: 1500 });
    if (collected) my.navigateBack();
  },
});
