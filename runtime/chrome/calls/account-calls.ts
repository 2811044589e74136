import { word } from '../../words.ts';
import type { Overlays } from '../overlays.ts';
import { dialogBox } from '../overlays.ts';
import { apiError, type DocumentCalls, text, texts } from './call.ts';

async function ask(overlays: Overlays, title: string, yes: string, no = word('cancel')): Promise<boolean> {
  return overlays.dialog<boolean>((answer) =>
    dialogBox<boolean>(
      {
        title,
        content: [],
        buttons: [
          { label: no, value: () => false },
          { label: yes, value: () => true, primary: true },
        ],
      },
      answer,
    ),
  );
}

const sampleProfile = { code: '10000', msg: 'Success', nickName: 'Sample customer', avatar: '', gender: '', countryCode: '', province: '', city: '' };

/** Who the customer is and what the customer pays: samples, with the person in the customer's place. */
export function accountCalls(overlays: Overlays): DocumentCalls {
  let issued = 0;
  async function profile(): Promise<unknown> {
    if (!(await ask(overlays, word('grantProfile'), word('allow'), word('deny')))) throw apiError(11, 'The person did not allow it');
    return { response: JSON.stringify({ response: sampleProfile }), nickName: sampleProfile.nickName, avatar: sampleProfile.avatar };
  }
  return {
    async getAuthCode(args) {
      const given = Array.isArray(args.scopes) ? texts(args, 'scopes') : [text(args, 'scopes', 'auth_base')];
      // The base scope is granted silently, as on devices.
      const silent = given.every((scope) => scope === 'auth_base');
      if (!silent && !(await ask(overlays, word('grantProfile'), word('allow'), word('deny')))) throw apiError(11, 'The person did not allow it');
      issued++;
      return { authCode: `sample-auth-code-${issued}`, authSuccessScopes: given, authErrorScopes: {} };
    },
    getOpenUserInfo: profile,
    getAuthUserInfo: profile,
    async getPhoneNumber() {
      if (!(await ask(overlays, word('grantPhone'), word('allow'), word('deny')))) throw apiError(11, 'The person did not allow it');
      return { response: JSON.stringify({ response: { code: '10000', msg: 'Success', mobile: '00000000000' } }) };
    },
    async tradePay(args) {
      const amount = text(args, 'tradeNO') || text(args, 'paymentUrl') || text(args, 'orderStr');
      return { resultCode: (await ask(overlays, word('payFor', { amount }), word('pay'))) ? '9000' : '6001' };
    },
    async navigateToMiniProgram(args) {
      if (!(await ask(overlays, word('openProgram', { name: text(args, 'appId') }), word('ok')))) throw apiError(11, 'The person stayed');
    },
  };
}
