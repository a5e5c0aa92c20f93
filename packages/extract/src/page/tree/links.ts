// The links between the nodes of a tree: the next in reading order, and taking one out. Knows no names and no text.
import { documentNode, elementNode } from './node-types.ts';
import type { TreeElement, TreeNode } from './nodes.ts';

/** This node or the first one behind it that is an element; null for none. */
export function elementFrom(from: TreeNode | null): TreeElement | null {
  let node = from;
  while (node && node.nodeType !== elementNode) node = node.nextSibling;
  return node as TreeElement | null;
}

/** The node after this one in reading order, inside of `root`; null at the end. */
export function nextWithin(node: TreeNode, root: object): TreeNode | null {
  return node.firstChild ?? afterWithin(node, root);
}

/** The node behind this one and all that it holds. */
export function afterWithin(node: TreeNode, root: object): TreeNode | null {
  let at: TreeNode = node;
  while (at.nextSibling === null) {
    const parent = at.parentNode;
    if (parent === null || parent === root || parent.nodeType === documentNode) return null;
    at = parent as TreeElement;
  }
  return at.nextSibling;
}

/** Takes a node out of its parent; does nothing for one that has none. */
export function detach(node: TreeNode): void {
  const { parentNode: parent, previousSibling: previous, nextSibling: next } = node;
  if (parent === null) return;
  if (previous) previous.nextSibling = next;
  else parent.firstChild = next;
  if (next) next.previousSibling = previous;
  else parent.lastChild = previous;
  node.parentNode = null;
  node.previousSibling = null;
  node.nextSibling = null;
}
