import type { Environment, IdentitySnapshot, Merchant, OfferedRole } from '#shared/model/identity.ts';

export type PlatformState = IdentitySnapshot['platform']['state'];

/** The right of one account to call the platform. */
export interface PlatformSession {
  /** A token that should be good now. Throws `SESSION_EXPIRED` when there is none to be had. */
  accessToken(): Promise<string>;
  /** Another token, after the platform refused this one. Throws `SESSION_EXPIRED`. */
  renew(refused: string): Promise<string>;
}

export interface PlatformAccount {
  accountId: string;
  name: string;
  email: string;
  roles: OfferedRole[];
}

/** Where people sign in, and how to talk to it: `fetch` fails with `PLATFORM_UNREACHABLE` only. */
export interface AuthorisationServer {
  issuer: URL;
  clientId: string;
  fetch(url: string, init: RequestInit): Promise<Response>;
}

/**
 * The one seam to a Mini Program Platform. Every call may fail with `PLATFORM_UNREACHABLE`, `PLATFORM_REFUSED`
 * or, with a session, `SESSION_EXPIRED`; none of them changes anything on the platform.
 */
export interface MiniProgramPlatform {
  readonly environment: Environment;
  readonly state: PlatformState;
  /** Calls back on every change of {@link state}; returns how to stop that. */
  onStateChange(listener: () => void): () => void;
  /** Tries to reach the platform in the background. */
  warmUp(): void;
  discover(): Promise<AuthorisationServer>;
  account(session: PlatformSession): Promise<PlatformAccount>;
  merchants(session: PlatformSession, workspaceId: string): Promise<Merchant[]>;
  /** `MERCHANT_UNKNOWN` when the workspace has no such merchant. */
  merchant(session: PlatformSession, workspaceId: string, merchantId: string): Promise<Merchant>;
  dispose(): Promise<void>;
}
