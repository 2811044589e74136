import type { AppManifest } from '#shared/model/mini-program.ts';
import type { BuiltInFactory, PhoneServices } from '../components/built-in.ts';
import type { DocumentMessage, InstanceId } from '../protocol/messages.ts';
import type { Instance } from './instance.ts';
import type { RenderPass } from './render-pass.ts';
import type { ViewRegistry } from './view-registry.ts';

/** What pages and components share in one document. */
export interface RenderEnvironment {
  manifest: AppManifest;
  readonly views: ViewRegistry;
  readonly builtIns: Readonly<Record<string, BuiltInFactory>>;
  readonly phone: PhoneServices;
  /** What the render that is going on has to tell afterwards. */
  readonly pass: RenderPass;
  /** Every live page and component. */
  readonly instances: Map<InstanceId, Instance>;
  send(message: DocumentMessage): void;
  nextComponentId(): InstanceId;
  /** See {@link import('../components/built-in.ts').BuiltInContext.resourceUrl}; `base` is the path of the file that names the address. */
  resourceUrl(address: string, base: string): string;
  onError(error: unknown, instance: Instance | null): void;
}
