import { dayText } from '../../utils/calendar';
import { paintNavigationBar, themeStyle } from '../../utils/config';
import { words } from '../../utils/i18n';
import { readVisits } from '../../utils/visits';

Page({
  data: { theme: '', words: {}, groups: [] },
  onLoad() {
    this.setData({ theme: themeStyle(), words: words() });
  },
  onShow() {
    const said = words();
    const now = Date.now();
    const visits = readVisits().map((visit) => ({ ...visit, when: `${dayText(visit.day)}, ${visit.time}` }));
    const groups = [
      { id: 'coming', title: said.coming, visits: visits.filter((visit) => visit.at >= now) },
      { id: 'past', title: said.past, visits: visits.filter((visit) => visit.at < now).reverse() },
    ];
    this.setData({ groups: groups.filter((group) => group.visits.length > 0) });
  },
  onReady() {
    paintNavigationBar();
  },
  handleVisit(event) {
    my.navigateTo({ url: `/pages/visit/visit?id=${event.currentTarget.dataset.id}` });
  },
  handleBook() {
    my.switchTab({ url: '/pages/book/book' });
  },
});
