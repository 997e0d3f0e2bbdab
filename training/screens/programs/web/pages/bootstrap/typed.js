// Bootstrap fields, ticks and sliders.
import { h } from '../dom.js'
import { icon } from '../icons.js'
import { iso } from '../dates.js'
import { isSecret } from '../secret.js'

const traits = {}

export function choose(dice) {
  Object.assign(traits, { size: dice.pick('', '', '-sm', '-lg'), floating: dice.chance(0.7), grouped: dice.chance(0.5), stretch: dice.chance(0.6), spun: dice.chance(0.7) })
}

const sized = name => `${name}${traits.size ? ` ${name}${traits.size}` : ''}`

function marks(element, kind, look, name = 'form-control') {
  return {
    'data-kind': kind, className: `${sized(name)}${look.wrong ? ' is-invalid' : ''}`, disabled: !element.enabled, readOnly: element.readonly, autocomplete: 'off', spellcheck: 'false',
    placeholder: look.inside ? element.label : element.placeholder || null, style: traits.stretch ? {} : { width: `${element.width * 0.6 + 3}em` },
  }
}

function floated(element, look, made) {
  if (!look.inside || !traits.floating) return made
  made.classList.remove('form-control-sm', 'form-control-lg', 'form-select-sm', 'form-select-lg')
  return h('div', { className: 'form-floating', style: { minWidth: '10em' } }, made, h('label', { 'data-caption': true }, element.label))
}

function field(element, dice, look) {
  const secret = isSecret(element.label)
  const made = h('input', { ...marks(element, 'field', look), type: secret ? 'password' : 'text', defaultValue: element.value })
  if (look.inside || !traits.grouped || !dice.chance(0.4)) return floated(element, look, made)
  const sign = dice.pick('@', icon(h, 'user'), icon(h, 'mail'), '€', '#')
  const act = dice.chance(0.3) && h('button', { type: 'button', className: 'btn btn-outline-secondary', 'data-kind': 'icon-button', 'aria-label': 'search' }, icon(h, 'search'))
  made.style.width = ''
  return h('div', { className: sized('input-group'), style: traits.stretch ? {} : { width: `${element.width * 0.6 + 6}em` } }, !act && h('span', { className: 'input-group-text' }, sign), made, act)
}

function area(element, dice, look) {
  const made = h('textarea', { ...marks(element, 'area', look), rows: dice.whole(2, 4), defaultValue: element.value })
  if (look.inside && traits.floating) made.style.height = '6em'
  return floated(element, look, made)
}

// One without arrows looks like any field, and is told as one.
function number(element, dice, look) {
  const told = marks(element, traits.spun ? 'number' : 'field', look)
  return h('input', { ...told, type: 'number', step: 'any', className: `${told.className} ${traits.spun ? 'spun' : 'unspun'}`, defaultValue: element.value.replace(',', '.') })
}

function date(element, dice, look) {
  return h('input', { ...marks(element, 'date', look), type: 'date', defaultValue: iso(element.value), style: { width: 'auto' } })
}

function dropdown(element, dice, look) {
  if (look.openHere) return opened(element)
  const made = h('select', { ...marks(element, 'dropdown', look, 'form-select'), placeholder: null }, element.choice === null && h('option', {}, look.inside ? '' : 'Select…'), element.choices.map(text => h('option', {}, text)))
  made.value = element.choice === null ? made.options[0].text : element.choices[element.choice]
  return floated(element, look, made)
}

function opened(element) {
  const shown = element.choice === null ? 'Select…' : element.choices[element.choice]
  return h('div', { className: 'dropdown' }, h('button', { type: 'button', className: `btn btn-outline-secondary dropdown-toggle ${traits.size && `btn${traits.size}`}`, 'data-kind': 'dropdown', 'aria-expanded': 'true' }, shown),
    h('ul', { className: 'dropdown-menu show', role: 'listbox' }, element.choices.map((text, at) =>
      h('li', {}, h('span', { className: `dropdown-item ${at === element.choice ? 'active' : ''}`, role: 'option', 'data-kind': 'row', 'aria-selected': String(at === element.choice) }, text)))))
}

function combo(element, dice, look) {
  const made = h('input', { ...marks(element, null, look), type: 'text', defaultValue: element.value, style: {} })
  return h('div', { className: sized('input-group'), 'data-kind': 'combo', style: { width: traits.stretch ? '100%' : `${element.width * 0.6 + 6}em` } }, made,
    h('button', { type: 'button', className: 'btn btn-outline-secondary dropdown-toggle', disabled: !element.enabled }))
}

function checked(kind, type, text, state, enabled, name) {
  return h('label', { className: `form-check ${kind === 'switch' ? 'form-switch' : ''}` },
    h('input', { className: 'form-check-input', type, name, 'data-kind': kind, defaultChecked: state === 'on', indeterminate: state === 'mixed', disabled: !enabled }),
    h('span', { className: 'form-check-label', 'data-caption': true }, text))
}

const checkbox = element => checked('checkbox', 'checkbox', element.label, element.state, element.enabled)
const toggle = element => checked('switch', 'checkbox', element.label, element.state, element.enabled)

function radio(element, dice) {
  return h('div', { className: `choices ${dice.chance(0.3) ? 'down' : ''}`, style: { gap: '2px 14px' } }, element.choices.map((text, at) =>
    h('span', { 'data-row': true, 'data-label': text }, checked('radio', 'radio', text, at === element.choice ? 'on' : 'off', element.enabled, element.label))))
}

const slider = element => h('input', { type: 'range', className: 'form-range', 'data-kind': 'slider', defaultValue: element.value, disabled: !element.enabled, style: { width: '14em' } })
const progress = (element, dice) => h('div', { className: 'progress', role: 'progressbar', 'aria-valuenow': element.value, 'data-kind': 'progress', style: { width: '14em' } },
  h('div', { className: `progress-bar ${dice.chance(0.3) ? 'progress-bar-striped' : ''}`, style: { width: `${element.value}%` } }, dice.chance(0.4) ? `${element.value}%` : ''))

export const typed = { field, area, number, date, dropdown, combo, checkbox, radio, switch: toggle, slider, progress }
