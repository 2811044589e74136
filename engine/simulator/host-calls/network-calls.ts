import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import type { PhoneEnvironment } from '#shared/model/device.ts';
import { PrivateAddressError } from '../network/guarded-lookup.ts';
import { type NetworkPolicy, type OutboundAnswer, OutboundError, type OutboundRequest, outboundRequest } from '../network/outbound-request.ts';
import type { TemporaryFiles } from '../phones/temporary-files.ts';
import { ApiFailure } from './api-failure.ts';
import { requestBody, requestUrl } from './request-body.ts';

const headers = z.record(z.string().max(500), z.coerce.string().max(20_000)).default({});
const url = z.string().min(1).max(20_000);
const timeout = z.number().int().positive().max(600_000);

export const requestArguments = z.object({
  url,
  method: z
    .string()
    .default('GET')
    .transform((method) => method.toUpperCase())
    .pipe(z.enum(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'])),
  headers,
  data: z.unknown().optional(),
  dataType: z.string().default('json'),
  timeout: timeout.default(30_000),
});

export const uploadArguments = z.object({
  url,
  filePath: z.string().max(2000),
  fileName: z.string().max(500),
  fileType: z.string().max(50).optional(),
  header: headers,
  formData: z.record(z.string(), z.coerce.string()).default({}),
  timeout: timeout.default(60_000),
});

export const downloadArguments = z.object({ url, header: headers, timeout: timeout.default(60_000) });

export interface NetworkDependencies {
  policy: NetworkPolicy;
  environment(): PhoneEnvironment;
  temporaryFiles: TemporaryFiles;
  signal: AbortSignal;
}

const maximumAnswer = 50 * 1024 * 1024;
const slowNetworkDelayMs = 2000;
/** Set by the connection, never by a program. */
const ownHeaders = /^(host|referer|origin|cookie2|connection|content-length|transfer-encoding|upgrade|te|trailer|expect|accept-encoding)$/i;

function failureOf(error: unknown): ApiFailure {
  if (error instanceof ApiFailure) return error;
  if (error instanceof PrivateAddressError) {
    return new ApiFailure(11, `${error.message}. To reach it from the simulator, switch on “Allow private network addresses” in the settings.`);
  }
  if (error instanceof OutboundError) return new ApiFailure(error.reason === 'timeout' ? 13 : 12, error.message);
  return new ApiFailure(12, error instanceof Error ? error.message : String(error));
}

async function transmit(
  outbound: Omit<OutboundRequest, 'maximumBytes' | 'signal'>,
  { policy, environment, signal }: NetworkDependencies,
): Promise<OutboundAnswer> {
  const { network } = environment();
  if (network === 'offline') throw new ApiFailure(12, 'The network is offline');
  try {
    if (network === 'slow') await delay(slowNetworkDelayMs, undefined, { signal });
    const allowed = Object.fromEntries(Object.entries(outbound.headers).filter(([name]) => !ownHeaders.test(name)));
    return await outboundRequest({ ...outbound, headers: allowed, maximumBytes: maximumAnswer, signal }, policy);
  } catch (error) {
    throw failureOf(error);
  }
}

function decoded(body: Buffer, dataType: string): unknown {
  if (dataType === 'base64' || dataType === 'arraybuffer') return body.toString('base64');
  const text = body.toString('utf8');
  if (dataType !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiFailure(14, 'JSON parse data error: use dataType "text" to receive the answer as it is');
  }
}

/** `my.request`. `data` of binary types is base64; the worker makes an ArrayBuffer of it. */
export async function callRequest(args: z.infer<typeof requestArguments>, dependencies: NetworkDependencies): Promise<unknown> {
  const { body, contentType } = requestBody(args.method, args.headers, args.data);
  const answer = await transmit(
    {
      url: requestUrl(args.url, args.method, args.data),
      method: args.method,
      headers: contentType === null ? args.headers : { 'content-type': contentType, ...args.headers },
      body,
      timeoutMs: args.timeout,
    },
    dependencies,
  );
  if (answer.status >= 400) throw new ApiFailure(19, `http status error ${answer.status}`);
  const { status, headers } = answer;
  return { data: decoded(answer.body, args.dataType), status, headers, statusCode: status, header: headers };
}

function multipart(args: z.infer<typeof uploadArguments>, file: Buffer, boundary: string): Buffer {
  const quoted = (text: string) => text.replace(/["\r\n]/g, '_');
  const fields = Object.entries(args.formData).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`,
  );
  const extension = /\.([a-z0-9]+)$/i.exec(args.filePath)?.[1] ?? 'bin';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(args.fileName)}"; filename="file.${extension}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return Buffer.concat([Buffer.from(fields.join('') + head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}

/** `my.uploadFile`: one file that the program was given before, as multipart form data. */
export async function callUpload(args: z.infer<typeof uploadArguments>, dependencies: NetworkDependencies): Promise<unknown> {
  const file = dependencies.temporaryFiles.read(args.filePath);
  if (file === null) throw new ApiFailure(11, `There is no file ${args.filePath}`);
  const boundary = `minifoundry-${randomBytes(12).toString('hex')}`;
  const answer = await transmit(
    {
      url: args.url,
      method: 'POST',
      headers: { ...args.header, 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: multipart(args, file.body, boundary),
      timeoutMs: args.timeout,
    },
    dependencies,
  );
  return { data: answer.body.toString('utf8'), statusCode: String(answer.status), header: answer.headers };
}

/** `my.downloadFile`: keeps the answer as a temporary file. */
export async function callDownload(args: z.infer<typeof downloadArguments>, dependencies: NetworkDependencies): Promise<unknown> {
  const answer = await transmit({ url: args.url, method: 'GET', headers: args.header, body: null, timeoutMs: args.timeout }, dependencies);
  if (answer.status >= 400) throw new ApiFailure(12, `http status error ${answer.status}`);
  const extension = /\.([a-z0-9]{1,8})$/i.exec(new URL(args.url).pathname)?.[1] ?? 'bin';
  const path = dependencies.temporaryFiles.keep(answer.body, extension);
  return { apFilePath: path, tempFilePath: path };
}

/** A picture, font or sound that a page shows; null when it cannot be had. */
export async function fetchResource(address: string, dependencies: NetworkDependencies): Promise<OutboundAnswer | null> {
  try {
    return await transmit({ url: address, method: 'GET', headers: {}, body: null, timeoutMs: 30_000 }, dependencies);
  } catch (error) {
    if (error instanceof ApiFailure) return null;
    throw error;
  }
}
