import { describe, expect, it } from 'vitest';
import { requestBody, requestUrl } from '#engine/simulator/host-calls/request-body.ts';

describe('requestBody', () => {
  it('is JSON when the program names no type', () => {
    expect(requestBody('POST', {}, { a: 1 })).toEqual({ body: Buffer.from('{"a":1}'), contentType: 'application/json' });
  });

  it('is form-encoded when the program says so', () => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    expect(requestBody('POST', headers, { a: 'b c', d: { e: 1 } })).toEqual({ body: Buffer.from('a=b+c&d=%7B%22e%22%3A1%7D'), contentType: null });
  });

  it('is the bytes of binary data', () => {
    const bytes = Buffer.from([0, 255, 1, 128]);
    expect(requestBody('POST', {}, bytes.toString('base64'), true)).toEqual({ body: bytes, contentType: 'application/octet-stream' });
    expect(requestBody('PUT', { 'content-type': 'image/png' }, bytes.toString('base64'), true)).toEqual({ body: bytes, contentType: null });
  });

  it('is nothing for GET, whose data goes into the address', () => {
    expect(requestBody('GET', {}, { a: 1 })).toEqual({ body: null, contentType: null });
    expect(requestUrl('https://example.com/x?y=1', 'GET', { a: 'b c' })).toBe('https://example.com/x?y=1&a=b+c');
  });
});
