// React: a tree drawn at once, whole when this returns.
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

export function mount(root, tree) {
  flushSync(() => createRoot(root).render(tree))
}
