// MUI buttons, menus, tabs, groups, tables, lists and trees.
import { Button, Card, CardContent, CardHeader, Checkbox, IconButton, Link, ListItemButton, ListItemText, MenuItem, MenuList, Paper, Tab, Table, TableBody, TableCell, TableHead, TableRow, Tabs, Typography } from '@mui/material'
import { createElement as h } from 'react'
import { icon } from '../icons.js'
import { shownNodes } from '../nodes.js'

const VARIANTS = { outline: 'outlined', ghost: 'text', filled: 'contained', primary: 'contained' }

function button(told, dice, look) {
  return h(Button, { key: told.text, variant: VARIANTS[told.variant] || 'outlined', disabled: !told.enabled, size: told.small ? 'small' : undefined, color: told.variant === 'filled' ? dice.pick('secondary', 'success', 'error', 'inherit') : 'primary', startIcon: told.icon && icon(h, told.icon, look), 'data-kind': 'button', sx: told.small ? { minWidth: 32 } : {} }, told.text)
}

function iconButton(name, told, dice, look) {
  return h(IconButton, { key: name, disabled: !told.enabled, 'aria-label': name, 'data-kind': 'icon-button', size: dice.pick('small', 'medium'), color: dice.pick('default', 'default', 'primary') }, icon(h, name, { ...look, size: '1.1em' }))
}

function menubar(menus, open) {
  return h(Paper, { className: 'menubar', square: true, elevation: 1, sx: { zIndex: 3 } }, menus.map((menu, at) => h('span', { key: at },
    h(Button, { color: 'inherit', 'data-kind': 'menu' }, menu.text), at === open && items(menu.items))))
}

function items(all) {
  const ticked = all.some(item => item.state !== null)
  return h(Paper, { className: 'popup', elevation: 8 }, h(MenuList, { dense: true }, all.map(item => h(MenuItem, {
    key: item.text, disabled: !item.enabled, 'data-kind': 'menu-item', role: item.state ? 'menuitemcheckbox' : 'menuitem', 'aria-checked': item.state ? item.state === 'on' : undefined, sx: { gap: 1 } },
    ticked && h('span', { style: { width: '1.2em' } }, item.state === 'on' && icon(h, 'tick')), h(ListItemText, {}, item.text), item.keys && h(Typography, { variant: 'body2', color: 'text.secondary', sx: { pl: 3 } }, item.keys)))))
}

function tabs(all) {
  return h(Tabs, { value: all.findIndex(tab => tab.chosen), variant: 'scrollable', scrollButtons: false }, all.map(tab => h(Tab, { key: tab.text, label: tab.text, 'data-kind': 'tab' })))
}

function group(caption, rows, dice) {
  if (dice.chance(0.5)) return h(Card, { key: caption, variant: dice.pick('outlined', 'elevation') }, caption && h(CardHeader, { title: caption, titleTypographyProps: { variant: 'h6' }, sx: { pb: 0 } }), h(CardContent, {}, rows))
  return h('section', { key: caption }, caption && h(Typography, { variant: dice.pick('h6', 'subtitle1', 'overline'), component: 'h3', gutterBottom: true }, caption), rows)
}

function table(element, dice) {
  const ticks = dice.chance(0.3)
  return h(Paper, { variant: 'outlined', sx: { overflow: 'auto', width: '100%' } }, h(Table, { size: dice.pick('small', 'small', 'medium') },
    h(TableHead, {}, h(TableRow, {}, ticks && h(TableCell, { padding: 'checkbox' }), element.headers.map(text => h(TableCell, { key: text, 'data-kind': 'header' }, text)))),
    h(TableBody, {}, element.rows.map((cells, at) => h(TableRow, { key: at, 'data-kind': 'row', selected: at === element.chosen, 'aria-selected': at === element.chosen }, ticks && h(TableCell, { padding: 'checkbox', 'data-row': true, 'data-label': '' }, h(Checkbox, { checked: at === element.chosen, readOnly: true })),
      cells.map((text, number) => h(TableCell, { key: number, 'data-kind': 'cell', sx: { whiteSpace: 'nowrap' } }, text)))))))
}

function list(element, dice) {
  return h(Paper, { variant: dice.pick('outlined', 'elevation'), sx: { width: '18em' } }, element.choices.map((text, at) =>
    h(ListItemButton, { key: text, selected: at === element.choice, 'aria-selected': at === element.choice, 'data-kind': 'row', dense: true }, h(ListItemText, { primary: text }))))
}

function tree(element) {
  return h('div', { role: 'tree', style: { minWidth: '16em' } }, shownNodes(element.nodes).map((node, at) =>
    h(ListItemButton, { key: at, selected: node.chosen, dense: true, role: 'treeitem', 'data-kind': 'node', 'aria-selected': node.chosen, 'aria-expanded': { open: true, closed: false }[node.state], sx: { pl: 1 + node.depth * 3, py: 0, gap: 0.5 } },
      h('span', { style: { width: '1.3em' } }, node.state !== 'leaf' && icon(h, node.state === 'open' ? 'down' : 'right')), h(ListItemText, { primary: node.text }))))
}

const link = element => h(Link, { href: '#', 'data-kind': 'link' }, element.label)
const text = element => h(Typography, {}, element.label)

export const commands = { button, iconButton, menubar, tabs, group, table, list, tree, link, text }
