// Mantine buttons, menus, tabs, groups, tables, lists and trees.
import { ActionIcon, Anchor, Button, Card, Fieldset, Table, Tabs, Text, Title } from '@mantine/core'
import { createElement as h } from 'react'
import { icon } from '../icons.js'
import { shownNodes } from '../nodes.js'

const VARIANTS = { outline: 'outline', ghost: 'subtle', filled: 'light', primary: 'filled' }

const button = (told, dice, look) => h(Button, { key: told.text, variant: told.variant === 'outline' && dice.chance(0.5) ? 'default' : VARIANTS[told.variant] || 'default', disabled: !told.enabled, size: told.small ? 'compact-sm' : 'sm', leftSection: told.icon && icon(h, told.icon, look), 'data-kind': 'button' }, told.text)
const iconButton = (name, told, dice, look) => h(ActionIcon, { key: name, variant: VARIANTS[told.variant], disabled: !told.enabled, 'aria-label': name, size: dice.pick('md', 'lg'), 'data-kind': 'icon-button' }, icon(h, name, look))

function menubar(menus, open) {
  return h('div', { className: 'menubar' }, menus.map((menu, at) => h('span', { key: at }, h('span', { role: 'menuitem', 'data-kind': 'menu', style: { display: 'block', padding: '6px 12px' } }, menu.text), at === open && items(menu.items))))
}

function items(all) {
  const ticked = all.some(item => item.state !== null)
  return h('div', { className: 'popup', role: 'menu', style: { padding: 4 } }, all.map(item => h('div', {
    key: item.text, role: item.state ? 'menuitemcheckbox' : 'menuitem', 'data-kind': 'menu-item', 'aria-checked': item.state ? item.state === 'on' : undefined, 'aria-disabled': item.enabled ? undefined : true,
    style: { padding: '6px 12px', display: 'flex', gap: 8, opacity: item.enabled ? 1 : 0.4 } }, ticked && h('span', { style: { width: '1em' } }, item.state === 'on' && icon(h, 'tick')), h('span', {}, item.text), item.keys && h(Text, { c: 'dimmed', ml: 'auto', pl: 'lg', component: 'span' }, item.keys))))
}

function tabs(all, dice) {
  const chosen = String(all.findIndex(tab => tab.chosen))
  return h(Tabs, { value: chosen, variant: dice.pick('default', 'outline', 'pills') }, h(Tabs.List, {}, all.map((tab, at) => h(Tabs.Tab, { key: at, value: String(at) }, tab.text))))
}

function group(caption, rows, dice) {
  if (dice.chance(0.35)) return h(Fieldset, { key: caption, legend: caption || undefined, variant: dice.pick('default', 'filled') }, rows)
  if (dice.chance(0.5)) return h(Card, { key: caption, withBorder: true, shadow: dice.pick('xs', 'sm'), style: { overflow: 'visible' } }, caption && h(Title, { order: 4, mb: 'sm' }, caption), rows)
  return h('section', { key: caption }, caption && h(Title, { order: 5, mb: 'xs' }, caption), rows)
}

function table(element, dice) {
  const look = { striped: dice.chance(0.5), withTableBorder: dice.chance(0.6), withColumnBorders: dice.chance(0.3), withRowBorders: dice.chance(0.8) }
  return h('div', { style: { overflow: 'auto' } }, h(Table, look, h(Table.Thead, {}, h(Table.Tr, {}, element.headers.map(text => h(Table.Th, { key: text, 'data-kind': 'header' }, text)))),
    h(Table.Tbody, {}, element.rows.map((cells, at) => h(Table.Tr, { key: at, 'data-kind': 'row', 'aria-selected': at === element.chosen, bg: at === element.chosen ? 'var(--mantine-primary-color-light)' : undefined },
      cells.map((text, number) => h(Table.Td, { key: number, 'data-kind': 'cell', style: { whiteSpace: 'nowrap' } }, text)))))))
}

const list = element => h(Card, { withBorder: true, padding: 4, style: { width: '18em' } }, element.choices.map((text, at) => h('div', { key: text, className: 'node', role: 'option', 'data-kind': 'row', 'aria-selected': at === element.choice }, text)))

function tree(element) {
  return h('div', { role: 'tree', style: { width: '18em' } }, shownNodes(element.nodes).map((node, at) =>
    h('div', { key: at, className: 'node', role: 'treeitem', 'data-kind': 'node', 'aria-selected': node.chosen, 'aria-expanded': { open: true, closed: false }[node.state], style: { paddingLeft: `${0.3 + node.depth * 1.5}em` } },
      h('span', { style: { width: '1.2em' } }, node.state !== 'leaf' && icon(h, node.state === 'open' ? 'down' : 'right')), node.text)))
}

const link = element => h(Anchor, { href: '#', 'data-kind': 'link' }, element.label)
const text = element => h(Text, {}, element.label)

export const commands = { button, iconButton, menubar, tabs, group, table, list, tree, link, text }
