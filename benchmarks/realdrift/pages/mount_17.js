// Up to React 17.
import { render } from 'react-dom'

export const mount = tree => render(tree, document.getElementById('root'))
