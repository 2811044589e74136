export const en = {
  tabs: ['Book', 'My visits', 'Contact'],
  weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'], months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  day: '{weekday} {day} {month}', nextVisit: 'Your next appointment', with: 'with {person}', service: 'Choose a service', minutes: '{count} min', from: 'from {amount}', pickDay: 'Pick a day', pickTime: 'Pick a time', noTimes: 'No free time on this day', person: 'With whom?', anyone: 'Anyone', continue: 'Continue', chooseTime: 'Choose a time first',
  confirm: 'Confirm your appointment', name: 'Your name', phone: 'Phone', note: 'Anything we should know?', required: 'Please fill in this field', book: 'Book', booked: 'Booked', taken: 'This time has just been taken. Please choose another one.',
  visits: 'My visits', coming: 'Coming', past: 'Past', none: 'No appointments yet', noneHint: 'Book one, it takes a minute.', toBook: 'Book an appointment', cancelVisit: 'Cancel the appointment', cancelQuestion: 'Cancel this appointment?', keep: 'Keep it', cancelled: 'Cancelled', gone: 'This appointment does not exist any more.', again: 'Book again',
  contact: 'Contact', hours: 'Opening hours', address: 'Address', call: 'Call', copy: 'Copy the address', copied: 'Copied',
};
