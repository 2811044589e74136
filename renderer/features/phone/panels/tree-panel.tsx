import { MousePointerClick } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Button as AriaButton, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import { runCommand } from '#renderer/client/commands/index.ts';
import { attempt, useWords } from '#renderer/client/index.ts';
import { IconButton } from '#renderer/ui/index.ts';
import type { TreeNode } from '#shared/model/phone.ts';
import { requestOf } from '../phone-actions.ts';
import { type Phone, useActivePhone } from '../phone-store.ts';
import type { InstanceData } from './data-panel.tsx';
import panel from './panel.module.css';
import { SourceLink } from './source-link.tsx';
import styles from './tree-panel.module.css';
import { usePhoneAnswer } from './use-phone-answer.ts';
import { summaryOf, ValueView } from './value-view.tsx';

interface NodeDetails {
  /** The page or component that the node stands for. */
  instanceId: number | null;
  box: Record<string, number>;
  style: Record<string, string>;
}

function labelOf({ name, kind, text, attributes }: TreeNode): string {
  if (kind === 'text') return summaryOf(text ?? '', 80);
  const marks = [attributes.id && `#${attributes.id}`, attributes.class && `.${String(attributes.class).trim().split(/\s+/).join('.')}`]
    .filter(Boolean)
    .join('');
  return `<${name}${marks}>`;
}

function findNode(node: TreeNode, id: number): TreeNode | null {
  if (node.id === id) return node;
  for (const child of node.children) {
    const found = findNode(child, id);
    if (found) return found;
  }
  return null;
}

/** Ids of the nodes around a node, so that it can be shown. */
function pathTo(node: TreeNode, id: number): number[] | null {
  if (node.id === id) return [];
  for (const child of node.children) {
    const path = pathTo(child, id);
    if (path) return [node.id, ...path];
  }
  return null;
}

function Item({ node }: { node: TreeNode }) {
  return (
    <TreeItem id={node.id} textValue={labelOf(node)} className={styles.item ?? ''}>
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <div className={styles.row} style={{ paddingLeft: 8 + level * 14 }} data-kind={node.kind}>
            {hasChildItems ? (
              <AriaButton slot="chevron" className={styles.chevron ?? ''}>
                {isExpanded ? '▾' : '▸'}
              </AriaButton>
            ) : (
              <span className={styles.chevron} />
            )}
            {labelOf(node)}
          </div>
        )}
      </TreeItemContent>
      {node.children.map((child) => (
        <Item key={child.id} node={child} />
      ))}
    </TreeItem>
  );
}

function Details({ phone, node }: { phone: Phone; node: TreeNode }) {
  const words = useWords();
  const [details] = usePhoneAnswer<NodeDetails>(phone, { kind: 'node', nodeId: node.id }, phone.contentVersion);
  const [instances] = usePhoneAnswer<InstanceData[]>(phone, { kind: 'data' }, phone.contentVersion);
  const data = node.kind === 'element' || node.kind === 'text' ? undefined : instances?.find(({ id }) => id === details?.instanceId)?.data;
  return (
    <aside className={panel.side} aria-label={labelOf(node)}>
      <SourceLink place={node.source} />
      <h3>{words(node.kind === 'component' ? 'phone.tree.props' : 'phone.tree.attributes')}</h3>
      <ValueView value={node.attributes} />
      {data && (
        <>
          <h3>{words('phone.tree.data')}</h3>
          <ValueView value={data} />
        </>
      )}
      {details && (
        <>
          <h3>{words('phone.tree.box')}</h3>
          <ValueView value={details.box} />
          <h3>{words('phone.tree.style')}</h3>
          <dl className={styles.style}>
            {Object.entries(details.style).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </aside>
  );
}

/** The elements of the page as AXML wrote them; one can be picked on the phone. */
export function TreePanel() {
  const words = useWords();
  const phone = useActivePhone();
  const [tree] = usePhoneAnswer<TreeNode>(phone, { kind: 'tree' }, phone?.contentVersion);
  const [selected, setSelected] = useState<number | null>(null);
  const [expanded, setExpanded] = useState<Set<number>>(new Set());
  const picked = phone?.picked ?? null;
  const phoneId = phone?.phoneId;
  const rootId = tree?.id;
  // The mark on the phone says what is selected here: it goes with the panel.
  useEffect(() => {
    if (phoneId === undefined) return;
    return () => void requestOf(phoneId, { kind: 'highlight', nodeId: null }).catch(() => undefined);
  }, [phoneId]);
  useEffect(() => {
    if (rootId !== undefined) setExpanded((known) => (known.has(rootId) ? known : new Set([...known, rootId])));
  }, [rootId]);
  useEffect(() => {
    if (picked === null || !tree) return;
    setSelected(picked);
    requestAnimationFrame(() => document.querySelector(`.${styles.tree} [data-selected]`)?.scrollIntoView({ block: 'center' }));
    setExpanded((known) => new Set([...known, ...(pathTo(tree, picked) ?? [])]));
  }, [picked, tree]);
  const node = useMemo(() => (tree && selected !== null ? findNode(tree, selected) : null), [tree, selected]);
  if (!phone || !tree) return <p className={panel.empty}>{words('phone.tree.none')}</p>;
  function select(id: number | null): void {
    setSelected(id);
    if (phone) attempt(() => requestOf(phone.phoneId, { kind: 'highlight', nodeId: id }));
  }
  return (
    <section className={panel.pane} aria-label={words('phone.tree.title')}>
      <div className={panel.bar}>
        <IconButton icon={MousePointerClick} label={words('phone.tree.pick')} onPress={() => runCommand('phone.pick')} />
        <span className={panel.hint}>{words('phone.tree.hint')}</span>
      </div>
      <div className={panel.split}>
        <Tree
          aria-label={words('phone.tree.title')}
          className={styles.tree ?? ''}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={selected === null ? [] : [selected]}
          expandedKeys={expanded}
          onExpandedChange={(keys) => setExpanded(keys as Set<number>)}
          onSelectionChange={(keys) => select(keys === 'all' ? null : (([...keys][0] as number | undefined) ?? null))}
        >
          <Item node={tree} />
        </Tree>
        {node && <Details phone={phone} node={node} />}
      </div>
    </section>
  );
}
