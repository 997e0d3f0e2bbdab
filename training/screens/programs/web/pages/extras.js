// Extras: what stands around forms on pages, so that an eye meets it: bars, links, notices, side menus, page numbers.
import { icon, NAMES } from './icons.js'

export function header(kit, plan, dice, look) {
  const { h } = kit
  const words = plan.tabs.length ? plan.tabs.map(tab => tab.text) : plan.menus.slice(0, 4).map(menu => menu.text)
  return h('div', { className: `bar header ${dice.pick('tinted', 'lined', 'filled')}`, style: { gap: `${dice.whole(8, 20)}px`, padding: `${dice.whole(4, 14)}px ${look.pad}px` } },
    dice.chance(0.3) && kit.iconButton('menu', { variant: 'ghost', enabled: true }, dice, look),
    h('strong', { style: { fontSize: `${dice.between(1, 1.400)}em` } }, dice.pick('Contoso', 'Northwind', 'Fabrikam', plan.title)),
    dice.chance(0.6) && words.map((text, at) => h('a', { key: at, href: '#', className: 'nav', 'data-kind': 'link' }, text)),
    h('span', { style: { flex: 1 } }),
    dice.chance(0.4) && h('span', { 'data-row': true, 'data-label': '' }, kit.field(
      { kind: 'field', label: '', value: '', placeholder: dice.pick('Search', 'Suche', 'Rechercher'), enabled: true, width: 14 }, dice, { ...look, search: true })),
    ['bell', 'help', 'user', 'settings'].filter(() => dice.chance(0.35)).map(name => kit.iconButton(name, { variant: 'ghost', enabled: true }, dice, look)))
}

export function breadcrumbs(kit, plan, dice, look) {
  const { h } = kit
  const names = [dice.pick('Home', 'Start', 'Overview'), ...plan.groups.map(group => group.caption).filter(Boolean), plan.title]
  const sign = dice.pick(' / ', ' › ', ' > ', ' » ')
  return h('div', { className: 'bar', style: { fontSize: '0.9em', gap: '4px' } }, names.flatMap((name, at) => at === names.length - 1
    ? [h('span', { key: at }, name)] : [h('a', { key: at, href: '#', 'data-kind': 'link' }, name), h('span', { key: `${at}s` }, sign)]))
}

export function sentence(kit, plan, dice) {
  const { h } = kit
  const [before, link, after] = dice.pick(['By sending this form you accept our ', 'terms of use', '.'], ['Not a member yet? ', 'Create an account', ''],
    ['Vergessen? ', 'Kennwort zurücksetzen', ''], ['See the ', 'price list', ' for what is in stock.'], ['Lire la ', 'notice', ' avant de signer.'])
  return h('p', { style: { margin: 0 } }, before, h('a', { href: '#', 'data-kind': 'link' }, link), after)
}

export function notice(kit, plan, dice, look) {
  const { h } = kit
  const [hue, name] = dice.pick([0, 'info'], [45, 'info'], [140, 'tick'], [210, 'info'])
  const dark = plan.dark
  const style = { gap: '10px', padding: `${dice.whole(6, 14)}px`, borderRadius: `${dice.whole(0, 10)}px`, color: dark ? '#eee' : '#222', background: `hsl(${hue} 60% ${dark ? 20 : 93}%)`, border: dice.chance(0.6) ? `1px solid hsl(${hue} 50% ${dark ? 40 : 75}%)` : 'none' }
  return h('div', { className: 'bar', role: 'alert', style }, dice.chance(0.7) && icon(h, name, look),
    h('span', { style: { flex: 1 } }, dice.pick('Your changes were saved.', 'The price list is out of date.', 'Die Verbindung ist unterbrochen.', '3 rows could not be read.')),
    dice.chance(0.5) && kit.iconButton('close', { variant: 'ghost', enabled: true }, dice, look))
}

export function side(kit, plan, dice, look) {
  const { h } = kit
  const words = ['Dashboard', 'Orders', 'Customers', 'Reports', 'Settings', 'Stock', 'Billing', 'Team'].slice(0, dice.whole(3, 8))
  const chosen = dice.whole(0, words.length - 1), icons = dice.chance(0.6)
  return h('div', { className: 'side', role: 'menu', style: { width: `${dice.whole(9, 13)}em` } }, words.map((text, at) => h('div',
    { key: at, className: 'entry', role: 'menuitem', 'data-kind': 'menu-item', 'aria-current': at === chosen ? 'page' : null },
    icons && icon(h, NAMES[(plan.seed + at * 7) % NAMES.length], look), h('span', {}, text))))
}

export function pages(kit, dice, look) {
  const many = dice.whole(3, 6), at = dice.whole(1, many), variant = dice.pick('outline', 'ghost')
  return kit.h('div', { className: 'bar', style: { gap: `${dice.pick(0, 2, 6)}px` } },
    kit.iconButton('left', { variant, enabled: at > 1 }, dice, look),
    Array.from({ length: many }, (_, number) => kit.button(
      { text: String(number + 1), enabled: true, variant: number + 1 === at ? 'primary' : variant, small: true }, dice, look)),
    kit.iconButton('right', { variant, enabled: at < many }, dice, look))
}
