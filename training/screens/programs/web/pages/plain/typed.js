// Plain fields: of text, numbers, dates, and the drop-downs that stand where fields stand.
import { iso } from '../dates.js'
import { h } from '../dom.js'
import { icon } from '../icons.js'
import { traits } from './style.js'
import { isSecret } from '../secret.js'

const wide = element => ({ width: `${element.width * 0.62 + 1.500}em` })

function marks(element, kind, look) {
  return {
    'data-kind': kind, className: `in ${look.wrong ? 'wrong' : ''}`, disabled: !element.enabled, readOnly: element.readonly,
    placeholder: look.inside ? element.label + (look.star ? ' *' : '') : element.placeholder || null, style: traits.stretch ? { width: '100%' } : wide(element),
    spellcheck: 'false', autocomplete: 'off',
  }
}

// A floating label stands on the field's edge or inside it above the value.
function floated(element, look, made) {
  if (!look.inside || !traits.floating) return made
  made.placeholder = ''
  const up = element.value || element.focused
  return h('span', { className: `floating ${up ? 'up' : ''} ${traits.floating}` }, made, h('label', { 'data-caption': true }, element.label))
}

function field(element, dice, look) {
  const secret = isSecret(element.label)
  const made = h('input', { ...marks(element, 'field', look), type: secret ? 'password' : look.search && dice.chance(0.5) ? 'search' : 'text', defaultValue: element.value })
  const inner = look.search ? 'search' : secret ? 'eye' : dice.chance(0.06) ? dice.pick('mail', 'user', 'search', 'lock') : null
  if (!inner || look.inside) return floated(element, look, made)
  return adorned(made, inner, secret || dice.chance(0.2), dice)
}

function adorned(made, name, button, dice) {
  const right = button || dice.chance(0.3)
  made.style[right ? 'paddingRight' : 'paddingLeft'] = '2.2em'
  const drawn = button ? h('button', { type: 'button', className: 'adorn right', 'data-kind': 'icon-button', 'aria-label': name }, icon(h, name, traits.icons))
    : h('span', { className: `adorn ${right ? 'right' : 'left'}` }, icon(h, name, traits.icons))
  return h('span', { className: 'adorned', style: { width: made.style.width } }, made, drawn)
}

function area(element, dice, look) {
  const made = h('textarea', { ...marks(element, 'area', look), rows: dice.whole(2, 5), defaultValue: element.value })
  made.style.width = traits.stretch ? '100%' : '22em'
  if (!traits.grips) made.style.resize = 'none'
  return floated(element, look, made)
}

function number(element, dice, look) {
  if (traits.number === 'bare') return field(element, dice, look)
  if (traits.number === 'native') {
    const made = h('input', { ...marks(element, 'number', look), type: 'number', step: 'any', defaultValue: element.value.replace(',', '.') })
    made.classList.add('spun')
    return made
  }
  const made = h('input', { ...marks(element, 'field', look), type: 'text', defaultValue: element.value })
  made.style.width = '5em'
  made.style.textAlign = 'center'
  const push = name => h('button', { type: 'button', className: 'btn step', disabled: !element.enabled, 'data-kind': 'icon-button', 'aria-label': name }, icon(h, name, traits.icons))
  return h('span', { className: 'stepper' }, push('minus'), made, push('add'))
}

function date(element, dice, look) {
  if (traits.date === 'native') {
    return h('input', { ...marks(element, 'date', look), type: 'date', style: traits.stretch ? { width: '100%' } : {}, defaultValue: iso(element.value) })
  }
  const made = h('input', { ...marks(element, 'date', look), type: 'text', defaultValue: element.value, style: { width: '9em', paddingRight: '2.2em' } })
  return h('span', { className: 'adorned' }, made, h('span', { className: 'adorn right' }, icon(h, 'calendar', traits.icons)))
}

function dropdown(element, dice, look) {
  const choices = element.choices || []
  if (traits.select === 'native' && !look.openHere) {
    const made = h('select', { ...marks(element, 'dropdown', look), placeholder: null }, element.choice === null && h('option', {}, look.inside ? element.label : ''),
      choices.map(text => h('option', {}, text)))
    made.value = element.choice === null ? made.options[0].text : choices[element.choice]
    if (!traits.stretch && element.width < 20) made.style.width = ''
    return made
  }
  const shown = element.choice === null ? look.inside ? element.label : element.placeholder || 'Select…' : choices[element.choice]
  const made = h('div', { ...marks(element, 'dropdown', look), placeholder: null, disabled: null, 'aria-disabled': element.enabled ? null : 'true', role: 'combobox', tabIndex: '0', 'aria-expanded': look.openHere ? 'true' : 'false' },
    h('span', { className: element.choice === null ? 'faint' : '' }, shown), icon(h, traits.chevron, traits.icons))
  made.classList.add('drop')
  if (!look.openHere) return made
  return h('span', { className: 'opened', style: { width: made.style.width } }, (made.style.width = '100%', made), popup(choices, element.choice, dice))
}

function popup(choices, chosen, dice) {
  return h('div', { className: 'popup list', role: 'listbox', style: { minWidth: '100%' } }, choices.map((text, at) =>
    h('div', { className: 'entry', role: 'option', 'data-kind': 'row', 'aria-selected': String(at === chosen) }, h('span', {}, text), traits.ticks && at === chosen && icon(h, 'tick', traits.icons))))
}

function combo(element, dice, look) {
  const made = h('input', { ...marks(element, 'combo', look), 'data-kind': null, defaultValue: element.value, style: { width: '100%', paddingRight: '2em' } })
  return h('span', { className: 'adorned', 'data-kind': 'combo', style: traits.stretch ? { width: '100%' } : wide(element) }, made,
    h('span', { className: 'adorn right' }, icon(h, traits.chevron, traits.icons)))
}

export const typed = { field, area, number, date, dropdown, combo }
