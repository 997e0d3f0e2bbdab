// Plain: HTML without any library, in a style of the seed.
import { h } from './dom.js'
import { begin } from './main.js'
import { commands } from './plain_commands.js'
import { lists } from './plain_lists.js'
import { style } from './plain_style.js'
import { typed } from './plain_typed.js'
import { ticked } from './plain_ticked.js'

begin({
  h, style, zooms: true, ...commands, ...lists, ...typed, ...ticked,
  inside: new Set(['field', 'area', 'combo', 'dropdown']),
  captions: '[data-caption]',
  rules: [{ find: '[data-kind]' }],
  mount: (root, tree) => root.replaceChildren(tree),
})
