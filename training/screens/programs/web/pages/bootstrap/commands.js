// Bootstrap buttons, menus, tabs, groups, tables, lists and trees.
import { h } from '../dom.js'
import { icon } from '../icons.js'
import { shownNodes } from '../nodes.js'

const TONES = { outline: 'btn-outline-secondary', ghost: 'btn-link', filled: 'btn-secondary', primary: 'btn-primary' }

function button(told, dice, look) {
  const tone = told.variant === 'filled' ? dice.pick('btn-secondary', 'btn-light', 'btn-success', 'btn-danger', 'btn-warning', 'btn-dark') : TONES[told.variant] || TONES.outline
  return h('button', { type: 'button', className: `btn ${tone} ${told.small ? 'btn-sm' : ''}`, disabled: !told.enabled, 'data-kind': 'button' }, told.icon && [icon(h, told.icon, look), ' '], told.text)
}

function iconButton(name, told, dice, look) {
  if (name === 'close' && dice.chance(0.6)) return h('button', { type: 'button', className: 'btn-close', 'aria-label': 'Close', 'data-kind': 'icon-button' })
  return h('button', { type: 'button', className: `btn ${told.variant === 'ghost' ? 'text-body' : TONES[told.variant]}`, disabled: !told.enabled, 'aria-label': name, 'data-kind': 'icon-button' }, icon(h, name, look))
}

function menubar(menus, open) {
  return h('div', { className: 'menubar nav bg-body-tertiary' }, menus.map((menu, at) => h('span', { className: 'nav-item dropdown' },
    h('span', { className: `nav-link link-body-emphasis ${menu.text.length % 2 ? 'dropdown-toggle' : ''}`, 'data-kind': 'menu', role: 'menuitem' }, menu.text), at === open && items(menu.items))))
}

function items(all) {
  const ticked = all.some(item => item.state !== null)
  return h('ul', { className: 'dropdown-menu show popup' }, all.map(item => h('li', {}, h('span', {
    className: `dropdown-item d-flex gap-2 ${item.enabled ? '' : 'disabled'}`, role: item.state ? 'menuitemcheckbox' : 'menuitem', 'data-kind': 'menu-item', 'aria-checked': item.state && String(item.state === 'on'), 'aria-disabled': item.enabled ? null : 'true',
  }, ticked && h('span', { style: { width: '1em' } }, item.state === 'on' && icon(h, 'tick')), h('span', {}, item.text), item.keys && h('small', { className: 'ms-auto ps-4 text-body-secondary' }, item.keys)))))
}

function tabs(all, dice) {
  const how = dice.pick('nav-tabs', 'nav-tabs', 'nav-pills', 'nav-underline')
  return h('ul', { className: `nav ${how}` }, all.map(tab => h('li', { className: 'nav-item' },
    h('span', { className: `nav-link ${tab.chosen ? 'active' : ''}`, role: 'tab', 'data-kind': 'tab', 'aria-selected': String(tab.chosen) }, tab.text))))
}

function group(caption, rows, dice) {
  const how = dice.pick('card', 'card', 'plain', 'fieldset')
  if (how === 'card') return h('div', { className: `card ${dice.chance(0.3) ? 'shadow-sm' : ''}` }, caption && h('div', { className: 'card-header' }, caption), h('div', { className: 'card-body' }, rows))
  return h(how === 'plain' ? 'section' : 'fieldset', {}, caption && h(how === 'plain' ? dice.pick('h4', 'h5', 'h6') : 'legend', {}, caption), rows)
}

function table(element, dice) {
  const how = ['table-striped', 'table-bordered', 'table-sm', 'table-borderless'].filter(() => dice.chance(0.35)).join(' '), head = dice.pick('', 'table-light', 'table-dark')
  const acts = dice.chance(0.3)
  return h('div', { className: 'scrolled' }, h('table', { className: `table mb-0 ${how}` },
    h('thead', { className: head }, h('tr', {}, element.headers.map(text => h('th', { 'data-kind': 'header', scope: 'col' }, text)), acts && h('th', {}))),
    h('tbody', {}, element.rows.map((cells, at) => h('tr', { 'data-kind': 'row', className: at === element.chosen ? 'table-primary' : '', 'aria-selected': String(at === element.chosen) }, cells.map(text => h('td', { 'data-kind': 'cell' }, text)),
      acts && h('td', {}, h('button', { type: 'button', className: 'btn btn-sm btn-outline-danger', 'data-kind': 'icon-button' }, icon(h, 'delete'))))))))
}

function list(element, dice) {
  return h('ul', { className: `list-group ${dice.chance(0.3) ? 'list-group-flush' : ''}`, style: { width: '18em' } }, element.choices.map((text, at) =>
    h('li', { className: `list-group-item ${at === element.choice ? 'active' : ''}`, 'data-kind': 'row', 'aria-selected': String(at === element.choice) }, text)))
}

function tree(element) {
  return h('div', { role: 'tree' }, shownNodes(element.nodes).map(node =>
    h('div', { style: { paddingLeft: `${node.depth * 1.500}em` }, className: `d-flex gap-1 pe-2 py-1 rounded ${node.chosen ? 'text-bg-primary' : ''}`, role: 'treeitem', 'data-kind': 'node', 'aria-selected': String(node.chosen), 'aria-expanded': { open: 'true', closed: 'false' }[node.state] },
      h('span', { style: { width: '1.2em' } }, node.state !== 'leaf' && icon(h, node.state === 'open' ? 'down' : 'right')), icon(h, node.state === 'leaf' ? 'new' : 'open'), node.text)))
}

const link = element => h('a', { href: '#', 'data-kind': 'link' }, element.label)
const text = element => h('p', { className: 'mb-0' }, element.label)

export const commands = { button, iconButton, menubar, tabs, group, table, list, tree, link, text }
