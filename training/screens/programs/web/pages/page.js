// Page: a plan as a tree of the kit's elements, in a shell that the seed picks.
import { breadcrumbs, header, notice, pages, sentence, side } from './extras.js'
import { row } from './rows.js'

export function page(kit, plan, dice) {
  const { h } = kit
  const look = {
    stroke: dice.pick(1.5, 2, 2, 2.500), filled: dice.chance(0.3), gap: dice.whole(4, 16), apart: dice.whole(8, 32),
    pad: dice.whole(4, 28), caption: dice.whole(6, 13), open: openAt(kit, plan, dice), h,
  }
  const more = !plan.used
  const parts = [
    more && dice.chance(0.3) && header(kit, plan, dice, look),
    plan.menus.length > 0 && kit.menubar(plan.menus, plan.open_menu, dice),
    plan.toolbar.length > 0 && toolbar(kit, plan, dice, look),
  ]
  const content = h('div', { className: 'content', style: { padding: `${look.pad}px`, gap: `${look.apart / 1.500}px` } },
    more && dice.chance(0.15) && breadcrumbs(kit, plan, dice, look),
    dice.chance(0.35) && h(dice.pick('h1', 'h2', 'h3'), { style: { margin: 0 } }, plan.title),
    more && dice.chance(0.12) && notice(kit, plan, dice, look),
    plan.tabs.length > 0 && kit.tabs(plan.tabs, dice),
    more && dice.chance(0.12) && sentence(kit, plan, dice),
    groups(kit, plan, dice, look),
    more && dice.chance(0.1) && pages(kit, dice, look),
    foot(kit, plan, dice, look))
  const beside = more && dice.chance(0.15) && side(kit, plan, dice, look)
  return h('div', { className: 'shell' }, ...parts,
    h('div', { className: 'middle' }, beside, content),
    plan.status && h('div', { className: 'status', style: { padding: `4px ${look.pad}px` } }, plan.status),
    h('div', { className: 'floor', style: { height: `${dice.pick(4, 12, 40)}px` } }))
}

// The number of the drop-down that is open; none in most plans.
function openAt(kit, plan, dice) {
  const many = plan.groups.flatMap(group => group.rows).filter(each => each.kind === 'dropdown' && each.enabled).length
  return many && !plan.used && plan.open_menu === null && (plan.scale === 1 || kit.zooms) && dice.chance(0.3) ? dice.whole(0, many - 1) : -1
}

function toolbar(kit, plan, dice, look) {
  const gap = dice.pick(0, 2, 4, 8)
  const variant = dice.pick('ghost', 'ghost', 'outline', 'filled')
  return kit.h('div', { className: 'bar toolbar', role: 'toolbar', style: { gap: `${gap}px`, padding: `${dice.whole(2, 8)}px` } },
    plan.toolbar.map(tool => tool.text
      ? kit.button({ text: tool.text, icon: tool.icon, enabled: true, variant }, dice, look)
      : kit.iconButton(tool.icon, { variant, enabled: !dice.chance(0.12) }, dice, look)))
}

function groups(kit, plan, dice, look) {
  const beside = plan.groups.length > 1 && plan.groups.every(each => each.columns === 1) && dice.chance(0.3)
  const columns = beside ? `repeat(${Math.min(2, plan.groups.length)}, minmax(0, 1fr))` : 'minmax(0, 1fr)'
  let drops = 0
  const number = element => element.kind === 'dropdown' && element.enabled ? drops++ : -2
  return kit.h('div', { className: 'groups', style: { gap: `${look.apart}px`, gridTemplateColumns: columns } },
    plan.groups.map(group => kit.group(group.caption,
      kit.h('div', { className: 'rows', style: { gap: `${look.gap}px ${look.apart}px`, gridTemplateColumns: `repeat(${group.columns}, minmax(0, 1fr))` } },
        group.rows.map(element => row(kit, element, group, dice, { ...look, openHere: number(element) === look.open }))),
      dice)))
}

function foot(kit, plan, dice, look) {
  const style = { gap: `${dice.whole(4, 16)}px`, justifyContent: dice.pick('flex-start', 'flex-end', 'center', 'space-between') }
  const plain = dice.pick('outline', 'outline', 'ghost', 'filled')
  return kit.h('div', { className: 'bar', style },
    plan.buttons.map(button => kit.button(
      { ...button, variant: button.default ? 'primary' : plain, icon: dice.chance(0.12) ? dice.pick('save', 'delete', 'add', 'search', 'mail') : null }, dice, look)),
    dice.chance(0.15) && kit.iconButton(dice.pick('help', 'settings', 'more', 'close'), { variant: 'ghost', enabled: true }, dice, look))
}
