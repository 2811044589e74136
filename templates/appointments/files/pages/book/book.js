import { allServices, findService, people } from '../../data/services';
import { bookableDays, dayText, timesOf } from '../../utils/calendar';
import { merchantConfig, paintNavigationBar, themeStyle } from '../../utils/config';
import { fill, words } from '../../utils/i18n';
import { formatMoney } from '../../utils/money';
import { readVisits, takenOn } from '../../utils/visits';

function serviceRows(said) {
  return allServices().map(({ id, title, minutes, price }) => ({
    id,
    title,
    minutesText: fill(said.minutes, { count: minutes }),
    priceText: fill(said.from, { amount: formatMoney(price) }),
  }));
}

function nextVisit(said) {
  const visit = readVisits().find((candidate) => !candidate.cancelled && candidate.at > Date.now());
  if (!visit) return null;
  return { id: visit.id, title: `${dayText(visit.day)}, ${visit.time} · ${visit.serviceTitle}`, person: visit.personName ? fill(said.with, { person: visit.personName }) : '' };
}

Page({
  data: {
    theme: '', words: {}, greeting: '', showStaff: false, next: null,
    services: [], serviceId: '', people: [], personId: '', days: [], day: '', times: [], hasTimes: false, time: '',
  },
  onLoad() {
    const said = words();
    const { greeting, showStaff } = merchantConfig();
    const services = serviceRows(said);
    this.setData({ theme: themeStyle(), words: said, greeting, showStaff, services, serviceId: services.length > 0 ? services[0].id : '', people });
  },
  onShow() {
    const days = bookableDays();
    const known = days.some((day) => day.id === this.data.day && !day.closed);
    const open = days.find((day) => !day.closed);
    this.setData({ next: nextVisit(words()), days, day: known ? this.data.day : open ? open.id : '' });
    this.refreshTimes();
  },
  onReady() {
    paintNavigationBar();
  },
  refreshTimes() {
    const { day, serviceId, time } = this.data;
    const service = findService(serviceId);
    const times = service && day ? timesOf(day, service.minutes, takenOn(day)) : [];
    this.setData({ times, hasTimes: times.some((slot) => !slot.off), time: times.some((slot) => slot.id === time && !slot.off) ? time : '' });
  },
  handleService(serviceId) {
    this.setData({ serviceId });
    this.refreshTimes();
  },
  handlePerson(event) {
    this.setData({ personId: event.currentTarget.dataset.person || '' });
  },
  handleDay(day) {
    this.setData({ day, time: '' });
    this.refreshTimes();
  },
  handleTime(event) {
    const { time, off } = event.currentTarget.dataset;
    if (off === true || off === 'true') return;
    this.setData({ time });
  },
  handleContinue() {
    const { serviceId, personId, day, time } = this.data;
    if (time === '') return;
    const query = { service: serviceId, person: personId, day, time };
    const text = Object.keys(query).map((key) => `${key}=${encodeURIComponent(query[key])}`);
    my.navigateTo({ url: `/pages/confirm/confirm?${text.join('&')}` });
  },
  handleNext() {
    my.navigateTo({ url: `/pages/visit/visit?id=${this.data.next.id}` });
  },
});
