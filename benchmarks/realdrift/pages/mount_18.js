// From React 18 on.
import { createRoot } from 'react-dom/client'

export const mount = tree => createRoot(document.getElementById('root')).render(tree)
