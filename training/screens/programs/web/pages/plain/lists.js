// Plain tables, lists and trees.
import { h } from '../dom.js'
import { icon } from '../icons.js'
import { traits } from './style.js'
import { shownNodes } from '../nodes.js'

const boxed = (made, high) => h('div', { className: 'scrolled', style: { maxHeight: high ? `${high}em` : '' } }, made)

function table(element, dice) {
  const ticks = dice.chance(0.25), acts = dice.chance(0.2), sorted = dice.chance(0.2) ? 0 : -1
  const heads = element.headers.map((text, at) => h('th', { 'data-kind': 'header' }, text, at === sorted && icon(h, dice.pick('up', 'down'), traits.icons)))
  const rows = element.rows.map((cells, at) => h('tr', { 'data-kind': 'row', 'aria-selected': at === element.chosen ? 'true' : 'false' },
    ticks && h('td', { className: 'narrow', 'data-row': true, 'data-label': '' }, h('input', { type: 'checkbox', 'data-kind': 'checkbox', defaultChecked: at === element.chosen })),
    cells.map(text => h('td', { 'data-kind': 'cell' }, text)),
    acts && h('td', { className: 'narrow' }, h('button', { type: 'button', className: 'btn ghost only', 'data-kind': 'icon-button' }, icon(h, 'edit', traits.icons)))))
  return boxed(h('table', { className: traits.table }, h('thead', {}, h('tr', {}, ticks && h('th', {}), heads, acts && h('th', {}))), h('tbody', {}, rows)), dice.chance(0.4) && dice.whole(7, 12))
}

function list(element, dice) {
  if (traits.native && dice.chance(0.7)) {
    const made = h('select', { size: Math.max(2, Math.min(element.choices.length, dice.whole(3, 9))), className: 'in' },
      element.choices.map(text => h('option', { 'data-kind': 'row' }, text)))
    made.selectedIndex = element.choice ?? -1
    made.options[element.choice ?? 0].setAttribute('aria-selected', String(element.choice !== null))
    return made
  }
  return boxed(h('ul', { role: 'listbox', className: 'list' }, element.choices.map((text, at) =>
    h('li', { role: 'option', className: 'entry', 'data-kind': 'row', 'aria-selected': String(at === element.choice) }, text))), dice.chance(0.4) && dice.whole(6, 10))
}

function tree(element, dice) {
  const sign = dice.pick(['right', 'down'], ['add', 'minus'], ['▸', '▾'], ['[+]', '[-]']), step = dice.between(0.9, 1.800)
  const folders = dice.chance(0.4)
  return boxed(h('div', { role: 'tree', className: 'list' }, shownNodes(element.nodes).map(node =>
    h('div', { style: { paddingLeft: `${node.depth * step + 0.300}em` }, className: 'branch entry', role: 'treeitem', 'data-kind': 'node', 'aria-expanded': { open: 'true', closed: 'false' }[node.state], 'aria-selected': String(node.chosen) },
      h('span', { className: 'turn' }, node.state === 'leaf' ? '' : mark(sign[node.state === 'open' ? 1 : 0])),
      folders && icon(h, node.state === 'leaf' ? 'new' : 'open', traits.icons), h('span', {}, node.text)))))
}

const mark = name => /^[a-z]+$/.test(name) ? icon(h, name, { stroke: 2.500 }) : name

export const lists = { table, list, tree }
