import type { AxmlElement, AxmlNode } from '../axml/ast.ts';
import type { BlockWriter } from './block-writer.ts';
import type { FileContext, ModuleContext } from './context.ts';
import type { Scope } from './scope.ts';

/** Where code is being generated. */
export interface Site {
  module: ModuleContext;
  file: FileContext;
  writer: BlockWriter;
  scope: Scope;
  /** Variable of the node that children go into. */
  parent: string;
  /** Inside `<text>`, where spaces count. */
  inText: boolean;
}

/** What an element has been unwrapped of already. */
export interface Unwrapped {
  branch?: boolean;
  list?: boolean;
}

/** The way back from one kind of node to all of them; handed in, so that the kinds need not import what imports them. */
export interface Recursion {
  children(site: Site, nodes: readonly AxmlNode[]): void;
  /** An element whose `a:if` and `a:for`, as far as `unwrapped` says so, stand outside already. */
  unwrapped(site: Site, element: AxmlElement, unwrapped: Unwrapped): void;
}
