// Rows: an element of a plan with its label, help text, unit and error, as a person finds them on a form.
const SELF_LABELLED = new Set(['checkbox', 'switch', 'link', 'text', 'table', 'list', 'tree'])
const WIDE = new Set(['table', 'list', 'tree', 'area', 'text'])
const TYPED = new Set(['field', 'area', 'number', 'combo', 'date', 'dropdown'])

export function row(kit, element, group, dice, look) {
  const { h } = kit
  const how = SELF_LABELLED.has(element.kind) ? 'own' : placing(kit, element, group)
  const wrong = TYPED.has(element.kind) && dice.chance(0.06)
  const star = TYPED.has(element.kind) && dice.chance(0.12)
  const colon = how.startsWith('left') && dice.chance(0.25) ? ':' : ''
  const drawn = kit[element.kind](element, dice, { ...look, wrong, inside: how === 'inside', star })
  const caption = how === 'own' || how === 'inside' ? null
    : h('label', { className: 'caption', 'data-caption': true }, element.label + colon, star && h('b', { className: 'star' }, ' *'))
  const under = wrong ? h('small', { className: 'error' }, dice.pick('Required', 'This value is not allowed', 'Please check this entry'))
    : element.help && h('small', { className: 'help' }, element.help)
  const line = h('div', { className: 'line' }, drawn, element.unit && h('span', { className: 'unit' }, element.unit))
  const marks = {
    className: `row ${how.replace(', flush right', ' flush')}${WIDE.has(element.kind) ? ' span' : ''}`, 'data-label': element.label,
    ...(element.kind === 'radio' ? { 'data-group': element.label } : { 'data-row': true }), 'data-focus': element.focused || null,
  }
  const columns = how.startsWith('left') ? { gridTemplateColumns: `${look.caption}em minmax(0, 1fr)`, columnGap: `${look.gap}px` } : {}
  return h('div', { ...marks, style: columns }, caption, h('div', { className: 'held', style: how === 'above' ? { marginTop: `${look.gap / 4}px` } : {} }, line, under))
}

function placing(kit, element, group) {
  if (group.labels !== 'inside') return group.labels
  return kit.inside.has(element.kind) ? 'inside' : 'above'
}
