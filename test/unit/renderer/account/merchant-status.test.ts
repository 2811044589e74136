import { describe, expect, it } from 'vitest';
import { countByFilter, daysLeft, findMerchants, isExpiring, mayActFor, needingAttention } from '#renderer/features/account/merchant-status.ts';
import type { Merchant } from '#shared/model/identity.ts';

const now = Date.parse('2026-11-20T12:00:00.000Z');
const hour = 60 * 60 * 1000;

function merchant(name: string, changes: Partial<Merchant> = {}): Merchant {
  return {
    merchantId: name.toUpperCase().replaceAll(' ', '-'),
    name,
    city: 'Jakarta',
    country: 'ID',
    monogram: 'XX',
    colour: 1,
    authorisation: 'Authorized',
    order: 'In Development',
    workspaceRole: 'Developer',
    expiresAt: null,
    reason: null,
    miniPrograms: [],
    ...changes,
  };
}

function ending(name: string, inHours: number): Merchant {
  return merchant(name, { expiresAt: new Date(now + inHours * hour).toISOString() });
}

describe('how long an authorisation lasts', () => {
  it('counts whole days and never goes below zero', () => {
    expect(daysLeft(ending('a', 1), now)).toBe(0);
    expect(daysLeft(ending('a', 24 * 5 + 1), now)).toBe(5);
    expect(daysLeft(ending('a', -3), now)).toBe(0);
  });

  it('has no end where the platform gives none or nothing is authorised', () => {
    expect(daysLeft(merchant('a'), now)).toBeNull();
    expect(daysLeft({ ...ending('a', 24), authorisation: 'Deauthorized' }, now)).toBeNull();
  });

  it('is about to end within thirty days', () => {
    expect(isExpiring(ending('a', 24 * 30 + 1), now)).toBe(true);
    expect(isExpiring(ending('a', 24 * 31 + 1), now)).toBe(false);
  });
});

describe('who may be acted for', () => {
  it('is only whoever is authorised', () => {
    const may = (['Authorized', 'InReview', 'Rejected', 'Deauthorized'] as const).filter((authorisation) => mayActFor({ authorisation }));
    expect(may).toEqual(['Authorized']);
  });
});

describe('finding merchants', () => {
  const list = [
    merchant('Kopi Kemuning Lama', { merchantId: 'KK-00731' }),
    merchant('Cà Phê Hẻm 42', { city: 'Ho Chi Minh City', country: 'VN' }),
    merchant('茶语时光', { city: 'Shanghai', country: 'CN' }),
    merchant('Ari Branch Barbers', { authorisation: 'InReview' }),
    merchant('Brasserie', { authorisation: 'Rejected' }),
    merchant('Pho Mai', { authorisation: 'Deauthorized' }),
    ending('Sampaguita', 48),
  ];
  const names = (query: string, filter: Parameters<typeof findMerchants>[2] = 'all'): string[] =>
    findMerchants(list, query, filter, now).map(({ name }) => name);

  it('searches name, city and id, every word, without accents', () => {
    expect(names('ca phe')).toEqual(['Cà Phê Hẻm 42']);
    expect(names('HẺM chi')).toEqual(['Cà Phê Hẻm 42']);
    expect(names('kk-007')).toEqual(['Kopi Kemuning Lama']);
    expect(names('茶语')).toEqual(['茶语时光']);
    expect(names('kopi shanghai')).toEqual([]);
    expect(names('  ')).toHaveLength(list.length);
  });

  it('filters by what the platform says', () => {
    expect(names('', 'expiring')).toEqual(['Sampaguita']);
    expect(names('', 'pending')).toEqual(['Ari Branch Barbers']);
    expect(names('', 'rejected')).toEqual(['Brasserie']);
    expect(names('', 'revoked')).toEqual(['Pho Mai']);
  });

  it('counts what each filter would show', () => {
    expect(countByFilter(list, now)).toEqual({ all: 7, expiring: 1, pending: 1, rejected: 1, revoked: 1 });
  });

  it('lists those that need attention, the soonest end first, and nobody else', () => {
    const attention = needingAttention([...list, ending('Harbour', 2)], now).map(({ name }) => name);
    expect(attention).toEqual(['Harbour', 'Sampaguita', 'Ari Branch Barbers', 'Brasserie', 'Pho Mai']);
  });
});
