export const en = {
  tabs: ['Card', 'Rewards', 'Activity', 'Me'],
  stamps: '{count} of {needed} stamps', toGo: '{count} more for {reward}', full: 'Your card is full: enjoy {reward}', theReward: 'a reward', member: 'Member {number}', showCode: 'Show my code', codeHint: 'Show this at the counter to collect a stamp.', newCode: 'Collect the stamp',
  rewards: 'Rewards', all: 'All', use: 'Use', missing: '{count} to go', cost: '{count} stamps', terms: 'One reward per visit. Show it at the counter before you pay.', useNow: 'Use now', useQuestion: 'Use this reward now? {count} stamps are taken from your card.', cancel: 'Cancel', used: 'Enjoy it!', notEnough: 'Not enough stamps yet', gone: 'This reward is no longer offered.',
  activity: 'Activity', nothing: 'Nothing yet', nothingHint: 'Stamps and rewards will be listed here.', gained: 'Stamp collected', spent: 'Used: {title}', welcome: 'Welcome gift',
  name: 'Your name', birthday: 'Birthday', birthdayHint: 'We have a gift for you on the day.', pickDate: 'Choose a date', saved: 'Saved', hours: 'Opening hours', call: 'Call', about: 'About', save: 'Save',
};
