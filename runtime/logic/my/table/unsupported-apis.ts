import { type ApiEntry, apiGroup } from './api-entry.ts';

const unsupported = { tier: 3, answeredBy: 'unsupported', kind: 'async' } as const;
const cards = 'Opens a page of the wallet app, which the simulator does not have.';
const risk = 'Needs the wallet app’s risk service.';
const wallet = 'Needs the wallet app.';

/** APIs of tier 3: they reject with a message that says why. */
export const unsupportedApis: readonly ApiEntry[] = apiGroup(unsupported, {
  openCardList: cards,
  openCardDetail: cards,
  openMerchantCardList: cards,
  openVoucherList: cards,
  openVoucherDetail: cards,
  openKBVoucherDetail: cards,
  openMerchantVoucherList: cards,
  openTicketList: cards,
  openTicketDetail: cards,
  openMerchantTicketList: cards,
  'ap.openCardList': cards,
  'ap.openMerchantCardList': cards,
  'ap.openVoucherList': cards,
  'ap.openVoucherDetail': cards,
  'ap.openKBVoucherDetail': cards,
  'ap.openMerchantVoucherList': cards,
  'ap.openTicketList': cards,
  'ap.openTicketDetail': cards,
  'ap.openMerchantTicketList': cards,
  'ap.prepareUseCertificate': cards,
  'ap.imgRisk': risk,
  'ap.imgRiskCallback': risk,
  'ap.preventCheat': risk,
  'ap.nsf': risk,
  'ap.openURL': wallet,
  'ap.openAlipayApp': wallet,
  'ap.navigateToAlipayPage': wallet,
  'ap.navigateToFinance': wallet,
  'ap.updateAlipayClient': wallet,
  'ap.getMainSelectedCity': wallet,
  openOtherApp: 'Other apps are not on the simulated phone.',
  rsa: 'Encryption of the wallet app is not reproduced.',
  setVisualEffectOnCapture: 'There is no screen capture to change.',
});
