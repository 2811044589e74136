import { useEffect, useState } from 'react';
import { reportError } from '#renderer/client/index.ts';
import { isAppError } from '#shared/model/errors.ts';
import type { PhoneRequest } from '#shared/model/phone.ts';
import { requestOf } from '../phone-actions.ts';
import type { Phone } from '../phone-store.ts';

/** How long a panel waits for the end of a burst of changes before it asks again, in milliseconds. */
const settleMs = 150;

/** What a phone answers to a request, asked again whenever `version` changes; null while there is none. */
export function usePhoneAnswer<T>(phone: Phone | undefined, request: PhoneRequest, version: unknown): [T | null, () => void] {
  const [answer, setAnswer] = useState<T | null>(null);
  const [asked, setAsked] = useState(0);
  const phoneId = phone?.phoneId;
  const running = phone?.status.kind === 'running';
  const key = JSON.stringify(request);
  // biome-ignore lint/correctness/useExhaustiveDependencies: version and asked say when to ask again
  useEffect(() => {
    if (phoneId === undefined || !running) return setAnswer(null);
    let ended = false;
    const timer = setTimeout(() => {
      requestOf(phoneId, JSON.parse(key) as PhoneRequest).then(
        (value) => ended || setAnswer(value as T),
        (error: unknown) => ended || isAppError(error, 'PHONE_REFUSED') || reportError(error),
      );
    }, settleMs);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [phoneId, running, key, version, asked]);
  return [answer, () => setAsked((count) => count + 1)];
}
