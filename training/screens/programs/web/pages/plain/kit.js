// Plain: HTML without any library, in a style of the seed.
import { h } from '../dom.js'
import { begin } from '../main.js'
import { commands } from './commands.js'
import { lists } from './lists.js'
import { style } from './style.js'
import { typed } from './typed.js'
import { ticked } from './ticked.js'

begin({
  h, style, zooms: true, ...commands, ...lists, ...typed, ...ticked,
  inside: new Set(['field', 'area', 'combo', 'dropdown']),
  captions: '[data-caption]',
  rules: [{ find: '[data-kind]' }],
  mount: (root, tree) => root.replaceChildren(tree),
})
