import { describe, expect, it } from 'vitest';
import { authorisationStatus, orderStatus, releaseStatus, workspaceRole } from '#shared/model/identity.ts';
import { merchantId } from '#shared/model/templates.ts';
import { accounts } from '#test/support/cookie-browser.ts';
import { callApi, getTokens, startTestPlatform, type TestPlatform } from '#test/support/local-platform.ts';

const day = 24 * 60 * 60 * 1000;

interface SampleMerchant {
  merchantId: string;
  merchantName: string;
  country: string;
  colour: number;
  monogram: string;
  authorizationStatus: string;
  orderStatus: string;
  workspaceRole: string | null;
  expiresAt: string | null;
  reason: string | null;
  miniPrograms: { miniProgramId: string; liveVersion: string | null; workingVersion: string | null; releaseStatus: string }[];
}

async function merchantsOf(platform: TestPlatform, workspaceId = 'NC-20418', accountId: string = accounts.isv): Promise<SampleMerchant[]> {
  const { access_token: token } = await getTokens(platform.url, accountId);
  const answer = await callApi(platform.url, 'merchants/inquiryList', token, { workspaceId });
  return answer.body.merchants as SampleMerchant[];
}

describe('sample data', () => {
  it('has 41 authorised merchants and six others, each with its reason', async () => {
    await using platform = await startTestPlatform();
    const merchants = await merchantsOf(platform);
    const count = (status: string): number => merchants.filter((merchant) => merchant.authorizationStatus === status).length;
    expect([count('Authorized'), count('InReview'), count('Rejected'), count('Deauthorized')]).toEqual([41, 2, 2, 2]);
    for (const merchant of merchants) {
      if (['Rejected', 'Deauthorized'].includes(merchant.authorizationStatus)) expect(merchant.reason).toBeTruthy();
      if (merchant.authorizationStatus === 'InReview') expect(merchant.orderStatus).toBe('Pending Confirmation');
      expect(merchant.workspaceRole).toBe(merchant.authorizationStatus === 'Authorized' ? 'Developer' : null);
    }
  });

  it('uses the platform’s own labels and valid, unique ids', async () => {
    await using platform = await startTestPlatform();
    const merchants = await merchantsOf(platform);
    const programs = merchants.flatMap((merchant) => merchant.miniPrograms);
    for (const merchant of merchants) {
      expect(authorisationStatus.safeParse(merchant.authorizationStatus).success).toBe(true);
      expect(orderStatus.safeParse(merchant.orderStatus).success).toBe(true);
      expect(workspaceRole.nullable().safeParse(merchant.workspaceRole).success).toBe(true);
      expect(merchantId.safeParse(merchant.merchantId).success).toBe(true);
      expect(merchant.country).toMatch(/^[A-Z]{2}$/);
      expect(merchant.miniPrograms.length).toBeGreaterThanOrEqual(1);
      expect(merchant.miniPrograms.length).toBeLessThanOrEqual(3);
    }
    for (const program of programs) expect(releaseStatus.safeParse(program.releaseStatus).success).toBe(true);
    expect(new Set(merchants.map((merchant) => merchant.merchantId)).size).toBe(merchants.length);
    expect(new Set(programs.map((program) => program.miniProgramId)).size).toBe(programs.length);
  });

  it('spreads twelve colours evenly, never the same to two neighbours', async () => {
    await using platform = await startTestPlatform();
    const colours = (await merchantsOf(platform)).map((merchant) => merchant.colour);
    for (const [index, colour] of colours.entries()) expect(colour).not.toBe(colours[index + 1]);
    const uses = Array.from({ length: 12 }, (_, index) => colours.filter((colour) => colour === index + 1).length);
    expect(Math.max(...uses) - Math.min(...uses)).toBeLessThanOrEqual(1);
  });

  it('lets some authorisations end within a week, and then says so', async () => {
    await using platform = await startTestPlatform();
    const soon = (await merchantsOf(platform)).filter(({ expiresAt }) => expiresAt !== null && Date.parse(expiresAt) <= platform.clock.now() + 7 * day);
    expect(soon.map((merchant) => merchant.authorizationStatus)).toEqual(['Authorized', 'Authorized', 'Authorized']);
    platform.clock.advance(8 * day);
    const later = await merchantsOf(platform);
    for (const { merchantId: id } of soon) {
      const merchant = later.find((one) => one.merchantId === id);
      expect(merchant).toMatchObject({ authorizationStatus: 'Deauthorized', workspaceRole: null });
      expect(merchant?.reason).toContain('ended');
    }
  });

  it('offers the ISV account a merchant role as well, and each merchant account its own shop only', async () => {
    await using platform = await startTestPlatform();
    expect((await merchantsOf(platform, 'OT-01127')).map((merchant) => merchant.merchantName)).toEqual(['Orchid Tea Room']);
    expect((await merchantsOf(platform, 'KK-00731', accounts.kopi)).map((merchant) => [merchant.merchantName, merchant.workspaceRole])).toEqual([
      ['Kopi Kemuning Lama', 'Owner'],
    ]);
    const { access_token: token } = await getTokens(platform.url, accounts.kopi);
    expect(await callApi(platform.url, 'merchants/inquiryList', token, { workspaceId: 'NC-20418' })).toMatchObject({
      status: 403,
      body: { result: { resultStatus: 'F', resultCode: 'ACCESS_DENIED' } },
    });
  });

  it('is filled in once: a second start keeps what there is', async () => {
    await using first = await startTestPlatform();
    const before = await merchantsOf(first);
    await using second = await startTestPlatform({ dataDirectory: first.directory, now: () => first.clock.now() + day });
    expect(await merchantsOf(second)).toEqual(before);
  });
});
