import { oc } from '@orpc/contract';
import { type ErrorCode, errorParameters } from '#shared/model/errors.ts';

type ErrorMap = { [C in ErrorCode]: { data: (typeof errorParameters)[C] } };

const errorMap = Object.fromEntries(Object.entries(errorParameters).map(([code, data]) => [code, { data }])) as ErrorMap;

/** The start of every procedure of the contract: any of our error codes may come back, typed. */
export const procedure = oc.errors(errorMap);
