import type { AppManifest } from '#shared/model/mini-program.ts';
import { isObject, type ProgramObject } from '../core/types.ts';
import { resolvePath } from '../router/route-address.ts';
import type { ApiAdapter } from './api-dispatcher.ts';
import { fromBase64, isBinary, toBase64 } from './base64.ts';

export interface AdapterDependencies {
  manifest(): AppManifest;
  /** Path that relative addresses of pictures start from. */
  basePath(): string;
}

function headersOf(args: ProgramObject): ProgramObject {
  return { ...(isObject(args.header) ? args.header : {}), ...(isObject(args.headers) ? args.headers : {}) };
}

function timeoutOf(value: unknown, standard: number): number {
  return typeof value === 'number' && value > 0 ? Math.round(value) : standard;
}

function withBinaryResult(result: unknown, args: ProgramObject): unknown {
  if (args.dataType !== 'arraybuffer' || !isObject(result)) return result;
  return { ...result, data: fromBase64(result.data) };
}

/** Arguments and results of calls that cross in another shape than the program sees. */
export function createAdapters({ manifest, basePath }: AdapterDependencies): Map<string, ApiAdapter> {
  const { networkTimeout } = manifest();
  const address = (value: unknown): unknown => (typeof value !== 'string' || /^([a-z][\w+.-]*:|\/)/i.test(value) ? value : resolvePath(value, basePath()));
  const addresses = (value: unknown): unknown => (Array.isArray(value) ? value.map(address) : value);
  return new Map<string, ApiAdapter>([
    [
      'request',
      {
        toAnswerer: ({ url, method, data, dataType, timeout, ...rest }) => ({
          url,
          method: typeof method === 'string' ? method : 'GET',
          headers: headersOf(rest),
          ...(isBinary(data) ? { data: toBase64(data), isBinary: true } : { data }),
          dataType: typeof dataType === 'string' ? dataType : 'json',
          timeout: timeoutOf(timeout, networkTimeout.request),
        }),
        fromAnswerer: withBinaryResult,
      },
    ],
    [
      'uploadFile',
      {
        toAnswerer: ({ url, filePath, fileName, name, fileType, formData, timeout, ...rest }) => ({
          url,
          filePath,
          fileName: fileName ?? name ?? 'file',
          fileType,
          header: headersOf(rest),
          formData: isObject(formData) ? formData : {},
          timeout: timeoutOf(timeout, networkTimeout.uploadFile),
        }),
      },
    ],
    [
      'downloadFile',
      { toAnswerer: ({ url, timeout, ...rest }) => ({ url, header: headersOf(rest), timeout: timeoutOf(timeout, networkTimeout.downloadFile) }) },
    ],
    [
      'connectSocket',
      { toAnswerer: ({ url, timeout, ...rest }) => ({ url, header: headersOf(rest), timeout: timeoutOf(timeout, networkTimeout.connectSocket) }) },
    ],
    [
      'sendSocketMessage',
      { toAnswerer: ({ data, isBuffer }) => (isBinary(data) ? { data: toBase64(data), isBuffer: true } : { data: String(data), isBuffer: isBuffer === true }) },
    ],
    ['saveFile', { toAnswerer: (args) => ({ ...args, apFilePath: args.apFilePath ?? args.filePath }) }],
    ['getImageInfo', { toAnswerer: ({ src, ...rest }) => ({ ...rest, src: address(src) }) }],
    ['previewImage', { toAnswerer: ({ urls, ...rest }) => ({ ...rest, urls: addresses(urls) }) }],
    [
      'setTabBarItem',
      { toAnswerer: ({ iconPath, selectedIconPath, ...rest }) => ({ ...rest, iconPath: address(iconPath), selectedIconPath: address(selectedIconPath) }) },
    ],
    ['setNavigationBar', { toAnswerer: ({ image, ...rest }) => ({ ...rest, ...(image === undefined ? {} : { image: address(image) }) }) }],
  ]);
}
