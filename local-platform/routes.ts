import { failure } from './api/envelope.ts';
import { health, inquireAccount, inquireMerchant, inquireMerchants } from './api/handlers.ts';
import { testControls } from './api/test-controls.ts';
import { plain, type Reply } from './http/reply.ts';
import type { PlatformRequest } from './http/request.ts';
import { type AuthoriseServices, beginAuthorisation, chooseAccount, decide, showConsent } from './oauth/authorise.ts';
import { metadata } from './oauth/metadata.ts';
import { revoke, token } from './oauth/token.ts';

export interface PlatformServices extends AuthoriseServices {
  testControls: boolean;
}

type Handler = (services: PlatformServices, request: PlatformRequest) => Reply;

const routes: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['GET /.well-known/oauth-authorization-server', ({ issuer }) => metadata(issuer)],
  ['GET /oauth/authorize', beginAuthorisation],
  ['POST /oauth/authorize/account', chooseAccount],
  ['GET /oauth/authorize/consent', showConsent],
  ['POST /oauth/authorize/decision', decide],
  ['POST /oauth/token', ({ grants }, request) => token(grants, request)],
  ['POST /oauth/revoke', ({ grants }, request) => revoke(grants, request)],
  ['GET /api/open/v1/health', health],
  ['POST /api/open/v1/accounts/inquiry', inquireAccount],
  ['POST /api/open/v1/merchants/inquiryList', inquireMerchants],
  ['POST /api/open/v1/merchants/inquiry', inquireMerchant],
]);

/** The answer to a request that came to our own host name. */
export function answer(services: PlatformServices, request: PlatformRequest): Reply {
  const key = `${request.method} ${request.path}`;
  const handler = routes.get(key) ?? (services.testControls ? testControls.get(key) : undefined);
  if (handler !== undefined) return handler(services, request);
  return request.path.startsWith('/api/') ? failure(404, 'API_NOT_EXIST', 'There is no such interface') : plain(404, 'Not found');
}
