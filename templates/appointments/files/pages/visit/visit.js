import { dayText } from '../../utils/calendar';
import { paintNavigationBar, themeStyle } from '../../utils/config';
import { fill, words } from '../../utils/i18n';
import { queryValue } from '../../utils/query';
import { cancelVisit, readVisits } from '../../utils/visits';

Page({
  data: { theme: '', words: {}, visit: null, when: '', personText: '', canCancel: false },
  onLoad(query) {
    this.setData({ theme: themeStyle(), words: words() });
    this.show(queryValue(query, 'id'));
  },
  onReady() {
    paintNavigationBar();
  },
  show(id) {
    const visit = readVisits().find((candidate) => candidate.id === id) || null;
    this.setData({
      visit,
      when: visit ? `${dayText(visit.day)}, ${visit.time}` : '',
      personText: visit ? fill(words().with, { person: visit.personName }) : '',
      canCancel: visit !== null && !visit.cancelled && visit.at > Date.now(),
    });
  },
  handleCancel() {
    const said = words();
    const { id } = this.data.visit;
    my.confirm({
      content: said.cancelQuestion,
      confirmButtonText: said.cancelVisit,
      cancelButtonText: said.keep,
      success: ({ confirm }) => {
        if (!confirm) return;
        cancelVisit(id);
        this.show(id);
      },
    });
  },
  handleAgain() {
    my.switchTab({ url: '/pages/book/book' });
  },
});
