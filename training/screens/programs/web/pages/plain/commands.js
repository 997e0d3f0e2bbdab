// Plain buttons, links, tabs, menus, groups and texts.
import { h } from '../dom.js'
import { icon } from '../icons.js'
import { traits } from './style.js'

function button(told, dice, look) {
  return h('button', { type: 'button', className: `btn ${told.variant || 'outline'} ${told.small ? 'small' : ''}`, disabled: !told.enabled, 'data-kind': 'button' },
    told.icon && [icon(h, told.icon, look), ' '], told.text)
}

function iconButton(name, told, dice, look) {
  return h('button', { type: 'button', className: `btn only ${told.variant}`, disabled: !told.enabled, 'aria-label': name, 'data-kind': 'icon-button' }, icon(h, name, { ...look, size: traits.iconSize }))
}

function menubar(menus, open, dice) {
  return h('div', { className: 'menubar', role: 'menubar' }, menus.map((menu, at) => h('span', {},
    h('span', { className: `menu ${at === open ? 'open' : ''}`, role: 'menuitem', 'data-kind': 'menu' }, menu.text), at === open && items(menu.items, dice))))
}

function items(all, dice) {
  const ticked = all.some(item => item.state !== null), lines = dice.chance(0.5), icons = dice.chance(0.25)
  return h('div', { className: 'popup list', role: 'menu', style: { minWidth: '11em' } }, all.flatMap((item, at) => [
    lines && at > 0 && at % 3 === 0 && h('hr', {}),
    h('div', { className: `entry ${item.enabled ? '' : 'faint'}`, role: item.state ? 'menuitemcheckbox' : 'menuitem', 'data-kind': 'menu-item', 'aria-checked': item.state && String(item.state === 'on'), 'aria-disabled': item.enabled ? null : 'true' },
      (ticked || icons) && h('span', { className: 'turn' }, item.state === 'on' ? icon(h, 'tick', traits.icons) : icons && !item.state ? icon(h, ['new', 'open', 'save', 'edit', 'copy'][at % 5], traits.icons) : ''),
      h('span', {}, item.text), item.keys && h('kbd', {}, item.keys)),
  ]))
}

function tabs(all) {
  return h('div', { className: `tabs ${traits.tabs}`, role: 'tablist' }, all.map(tab =>
    h('span', { className: 'tab', role: 'tab', 'data-kind': 'tab', 'aria-selected': String(tab.chosen) }, tab.text)))
}

function group(caption, rows) {
  if (traits.group === 'fieldset') return h('fieldset', { className: 'group' }, caption && h('legend', {}, caption), rows)
  return h('section', { className: `group ${traits.group}` }, caption && h(traits.heading, { className: 'heading' }, caption), rows)
}

const link = element => h('a', { href: '#', 'data-kind': 'link' }, element.label)
const text = element => h('p', { style: { margin: 0 } }, element.label)

export const commands = { button, iconButton, menubar, tabs, group, link, text }
