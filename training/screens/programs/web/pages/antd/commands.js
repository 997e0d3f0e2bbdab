// Ant Design buttons, menus, tabs, groups, tables, lists and trees.
import { Button, Card, Divider, Table, Tabs, Typography } from 'antd'
import { createElement as h } from 'react'
import { icon } from '../icons.js'
import { shownNodes } from '../nodes.js'

const TYPES = { outline: 'default', ghost: 'text', filled: 'dashed', primary: 'primary' }

const button = (told, dice, look) => h(Button, { key: told.text, type: TYPES[told.variant] || 'default', danger: dice.chance(0.1), disabled: !told.enabled, size: told.small ? 'small' : 'middle', icon: told.icon && icon(h, told.icon, look), autoInsertSpace: false, 'data-kind': 'button' }, told.text)
const iconButton = (name, told, dice, look) => h(Button, { key: name, type: TYPES[told.variant] || 'text', shape: dice.pick('default', 'circle'), disabled: !told.enabled, 'aria-label': name, icon: icon(h, name, look), 'data-kind': 'icon-button' })

function menubar(menus, open) {
  return h('div', { className: 'menubar' }, menus.map((menu, at) => h('span', { key: at }, h('span', { className: 'menu', role: 'menuitem', 'data-kind': 'menu', style: { display: 'block', padding: '8px 16px' } }, menu.text), at === open && items(menu.items))))
}

function items(all) {
  const ticked = all.some(item => item.state !== null)
  return h('div', { className: 'popup ant-dropdown-menu', role: 'menu', style: { padding: 4 } }, all.map(item => h('div', {
    key: item.text, role: item.state ? 'menuitemcheckbox' : 'menuitem', 'data-kind': 'menu-item', 'aria-checked': item.state ? item.state === 'on' : undefined, 'aria-disabled': item.enabled ? undefined : true,
    style: { padding: '5px 12px', display: 'flex', gap: 8, opacity: item.enabled ? 1 : 0.3 } }, ticked && h('span', { style: { width: '1em' } }, item.state === 'on' && icon(h, 'tick')), h('span', {}, item.text), item.keys && h('span', { style: { marginLeft: 'auto', paddingLeft: 24, opacity: 0.5 } }, item.keys))))
}

const tabs = (all, dice) => h(Tabs, { type: dice.pick('line', 'line', 'card'), activeKey: String(all.findIndex(tab => tab.chosen)), items: all.map((tab, at) => ({ key: String(at), label: tab.text })), animated: false })

function group(caption, rows, dice) {
  if (dice.chance(0.5)) return h(Card, { key: caption, title: caption || undefined, size: dice.pick('small', 'default') }, rows)
  return h('section', { key: caption }, caption && (dice.chance(0.5) ? h(Divider, { orientation: 'left' }, caption) : h(Typography.Title, { level: 5, style: { marginTop: 0 } }, caption)), rows)
}

function table(element, dice) {
  const columns = element.headers.map((title, at) => ({ title, dataIndex: at, ellipsis: false, onCell: () => ({ style: { whiteSpace: 'nowrap' } }) }))
  const data = element.rows.map((cells, at) => ({ key: at, ...cells }))
  const selection = dice.chance(0.4) ? { selectedRowKeys: element.chosen === null ? [] : [element.chosen] } : undefined
  return h('div', { style: { overflow: 'auto' } }, h(Table, { columns, dataSource: data, pagination: false, size: dice.pick('small', 'middle'), bordered: dice.chance(0.4), rowSelection: selection, onRow: (_, at) => ({ 'aria-selected': Boolean(selection) && at === element.chosen }) }))
}

const list = element => h('div', { className: 'ant-card ant-card-bordered', style: { width: '18em' } }, element.choices.map((text, at) =>
  h('div', { key: text, className: 'node', role: 'option', 'data-kind': 'row', 'aria-selected': at === element.choice, style: { padding: '8px 16px' } }, text)))

function tree(element) {
  return h('div', { role: 'tree', style: { width: '18em' } }, shownNodes(element.nodes).map((node, at) =>
    h('div', { key: at, className: 'node', role: 'treeitem', 'data-kind': 'node', 'aria-selected': node.chosen, 'aria-expanded': { open: true, closed: false }[node.state], style: { paddingLeft: `${0.3 + node.depth * 1.5}em` } },
      h('span', { style: { width: '1.2em' } }, node.state !== 'leaf' && icon(h, node.state === 'open' ? 'down' : 'right')), node.text)))
}

const link = element => h(Typography.Link, { href: '#', 'data-kind': 'link' }, element.label)
const text = element => h(Typography.Text, {}, element.label)

export const commands = { button, iconButton, menubar, tabs, group, table, list, tree, link, text }
