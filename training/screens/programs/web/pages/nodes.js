// Nodes: the entries of a tree that are shown, which are those not within a closed one.
export function shownNodes(nodes) {
  let shut = false
  return nodes.filter(node => {
    const shown = node.depth === 0 || !shut
    if (node.depth === 0) shut = node.state === 'closed'
    return shown
  })
}
